import { text } from '../../../core/read';
import { appliedRollouts, IgnoreRule, isIgnoreRuleFor, readApplication } from '../../../model/gitops/application';
import { managedObjects } from '../../../model/managed-fields/managed-fields';
import { APPLICATION, APPLICATION_SET } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const applicationIgnoresWeights: Rule = {
  id: 'application-ignores-weights',
  severity: Severity.WARNING,
  summary: 'an Application that syncs a canary by Istio ignores the weights that the controller shifts',
  why: 'in the middle of a release it is OutOfSync, and self-heal sets the weights back to 100/0 again and again',
  remedy: 'add ignoreDifferences for the weights of the named routes, as ArgoCdApplication does, with ApplyOutOfSyncOnly=true',
  reference: 'argoproj/argo-cd#12686',
  kinds: [APPLICATION, APPLICATION_SET],
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
  check: (object, { set }) => {
    const application = readApplication(object);
    const weighted = appliedRollouts(set, application).flatMap((rollout) => managedObjects(readRelease(rollout), false))
      .filter(({ writes, fields }) => writes === 'weights' && !application.ignoreRules.some((rule) => isIgnoreRuleFor(rule, fields) && ignoresWeights(rule)));
    return [...new Set(weighted.map(({ fields: { kind, name } }) => `${kind} ${name}`))].map((name) => ({
      path: application.ignorePath, message: `the weights of ${name} are not ignored`,
    }));
  },
};

function ignoresWeights({ jqPathExpressions, jsonPointers, managedFieldsManagers }: IgnoreRule): boolean {
  return jqPathExpressions.some(({ value }) => /weight|\.http/.test(text(value)))
    || jsonPointers.some(({ value }) => text(value).startsWith('/spec'))
    || managedFieldsManagers.length > 0;
}
