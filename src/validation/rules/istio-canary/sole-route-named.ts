import { nameOf } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { routesOf } from '../../../model/routing/routes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const soleRouteNamed: Rule = {
  id: 'sole-route-named',
  severity: Severity.ERROR,
  summary: 'a canary names the only route of its VirtualService, if that route has a name',
  why: 'before 1.8.3 the controller looks for a route without a name only: it shifts no traffic, and the whole release reaches users in one step at its end',
  remedy: 'name the route in trafficRouting.istio.virtualService.routes, or upgrade Argo Rollouts',
  reference: 'argoproj/argo-rollouts#4055',
  stricterBecause: 'the controller accepts the Rollout, and shifts no traffic',
  argoRollouts: '<1.8.3',
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
                virtualService: { name: app }
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
  check: (rollout, { set }) => weightedTargets(set, readRelease(rollout)).flatMap(({ target, virtualService }) => {
    const [route, ...others] = routesOf(virtualService).filter(({ protocol }) => protocol === 'http');
    return target.routes.length === 0 && route?.name !== undefined && others.length === 0
      ? [{ path: `${target.path}.routes`, message: `is missing, though the only route of ${nameOf(virtualService)} has a name, ${route.name}` }]
      : [];
  }),
};
