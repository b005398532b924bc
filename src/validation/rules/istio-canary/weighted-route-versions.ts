import { items, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routingOf, versionsOf, virtualServiceFields } from '../../../model/release/fields';
import { findVirtualService, versionEntries, weightedRoutes } from '../../../model/routing/istio/weighted-routes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const weightedRouteVersions: Rule = {
  id: 'weighted-route-versions',
  severity: Severity.ERROR,
  summary: 'each route that a canary shifts leads to both versions: to both Services, or to both subsets',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'give the route two destinations, the stable one with weight 100 and the canary one with weight 0',
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
        http: [ { name: main, route: [ { destination: { host: app } } ] } ]
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
        const entries = versionEntries(route.value, versions);
        return (['stable', 'canary'] as const).filter((role) => entries[role].length === 0).map((role) => ({
          path: `${path}.name`,
          value: value.name,
          message: `route ${text(route.value.name) || route.path} of VirtualService ${text(value.name)} does not lead to the ${role} ${versions.bySubset ? 'subset' : 'Service'} ${versions[role]}`,
        }));
      });
    });
  },
};
