import { items, nameOf, namespaceOf, number, text } from '../../../core/read';
import { ROLLOUT, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routingOf, versionsOf, virtualServiceFields } from '../../../model/release/fields';
import { findVirtualService, versionEntries, weightedRoutes } from '../../../model/routing/istio/weighted-routes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const weightsAtRest: Rule = {
  id: 'weights-at-rest',
  severity: Severity.WARNING,
  summary: 'in Git the routes of a canary give stable 100 and canary 0',
  why: 'each apply sets these weights until the controller corrects them: with any other, users reach a version that is not meant for them',
  remedy: 'write weight 100 for stable and 0 for canary, and let Argo CD ignore the weights',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              istio:
                virtualService: { name: app, routes: [ main ] }
      ---
      kind: VirtualService
      metadata: { name: app }
      spec:
        http:
          [
            {
                name: main,
                route: [ { destination: { host: app }, weight: 0 }, { destination: { host: app-canary }, weight: 100 } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              istio:
                virtualService: { name: app, routes: [ main ] }
      ---
      kind: VirtualService
      metadata: { name: app }
      spec:
        http:
          [
            {
                name: main,
                route: [ { destination: { host: app }, weight: 100 }, { destination: { host: app-canary }, weight: 0 } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
  },
  check: (rollout, context) => {
    const versions = versionsOf(rollout);
    const managed = items(routingOf(rollout)?.managedRoutes, '').map(({ value }) => text(value.name));
    return virtualServiceFields(rollout).flatMap(({ value, path }) => {
      const virtualService = findVirtualService(context, rollout, value.name);
      return (virtualService ? weightedRoutes(virtualService, value, managed) : []).flatMap((route) => {
        const { stable: [stable], canary: [canary] } = versionEntries(route.value, versions);
        const weights = [number(stable?.value.weight), number(canary?.value.weight)];
        return !stable || !canary || weights[1] === 0 ? [] : [{
          path: `${path}.name`, value: value.name, message: `route ${text(route.value.name) || route.path} of ${nameOf({ kind: VIRTUAL_SERVICE.kind, metadata: { name: value.name, namespace: namespaceOf(rollout) } })} has the weights ${weights.join('/')} in Git`,
        }];
      });
    });
  },
};
