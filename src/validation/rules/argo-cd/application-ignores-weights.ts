import { at, items, list, text } from '../../../core/read';
import { APPLICATION } from '../../../model/manifests/kinds';
import { virtualServiceFields } from '../../../model/release/fields';
import { ROLLOUTS_NEAR } from '../../../model/release/rollouts-near';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const applicationIgnoresWeights: Rule = {
  id: 'application-ignores-weights',
  severity: Severity.WARNING,
  summary: 'an Application that syncs a canary by Istio ignores the weights that the controller shifts',
  why: 'in the middle of a release it is OutOfSync, and self-heal sets the weights back to 100/0 again and again',
  remedy: 'add ignoreDifferences for the weights of the named routes, as ArgoCdApplication does, with ApplyOutOfSyncOnly=true',
  reference: 'argoproj/argo-cd#12686',
  kinds: [APPLICATION],
  example: {
    bad: `
      kind: Application
      spec:
        destination: { namespace: shop }
      ---
      kind: Rollout
      metadata: { namespace: shop }
      spec:
        strategy:
          canary:
            abortScaleDownDelaySeconds: 1
            stableService: app
            canaryService: next
            trafficRouting: { istio: { virtualService: { name: app, routes: [ main ] } } }
      ---
      kind: VirtualService
      metadata: { namespace: shop }
      spec:
        http:
          [
            {
                name: main,
                route: [ { destination: { host: app }, weight: 100 }, { destination: { host: next }, weight: 0 } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app, namespace: shop }
      ---
      kind: Service
      metadata: { name: next, namespace: shop }
    `,
    good: `
      kind: Application
      spec:
        destination: { namespace: shop }
        syncPolicy: { syncOptions: [ ApplyOutOfSyncOnly=true ] }
        ignoreDifferences:
          - {
              group: networking.istio.io,
              kind: VirtualService,
              name: app,
              jqPathExpressions: [ ".spec.http[]?.route[]?.weight" ]
            }
      ---
      kind: Rollout
      metadata: { namespace: shop }
      spec:
        strategy:
          canary:
            abortScaleDownDelaySeconds: 1
            stableService: app
            canaryService: next
            trafficRouting: { istio: { virtualService: { name: app, routes: [ main ] } } }
      ---
      kind: VirtualService
      metadata: { namespace: shop }
      spec:
        http:
          [
            {
                name: main,
                route: [ { destination: { host: app }, weight: 100 }, { destination: { host: next }, weight: 0 } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app, namespace: shop }
      ---
      kind: Service
      metadata: { name: next, namespace: shop }
    `,
  },
  check: (application, { set }) => {
    const namespace = text(at(application, 'spec', 'destination', 'namespace'));
    const rollouts = namespace === '' ? [] : ROLLOUTS_NEAR.find(set, `${namespace}/`);
    const names = rollouts.flatMap((rollout) => virtualServiceFields(rollout).map(({ value }) => text(value.name).split('.')[0]));
    const rules = items(at(application, 'spec', 'ignoreDifferences'), '').map(({ value }) => value).filter(({ kind }) => kind === 'VirtualService' || kind === '*');
    const ignored = (name: string) => rules.some((rule) => (text(rule.name) === '' || rule.name === name)
      && (list(rule.jqPathExpressions).some((path) => text(path).includes('weight') || text(path).includes('.http')) || list(rule.jsonPointers).some((path) => text(path).startsWith('/spec')) || list(rule.managedFieldsManagers).length > 0));
    return [...new Set(names)].filter((name) => !ignored(name)).map((name) => ({ path: 'spec.ignoreDifferences', message: `the weights of VirtualService ${name} are not ignored` }));
  },
};
