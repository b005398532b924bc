import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { destinationOf, istioVersions } from '../../../model/routing/istio/versions';
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
  check: (rollout, { set }) => {
    const release = readRelease(rollout);
    const versions = istioVersions(release);
    return weightedTargets(set, release).flatMap(({ target: { written, path }, routes }) => routes.flatMap((route) => (
      (['stable', 'canary'] as const).filter((version) => !destinationOf(route, versions, version)).map((version) => ({
        path: `${path}.name`,
        value: written || undefined,
        message: `route ${route.name ?? route.path} of VirtualService ${written} does not lead to the ${version} ${versions.bySubset ? 'subset' : 'Service'} ${versions[version]}`,
      }))
    )));
  },
};
