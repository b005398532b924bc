import { Manifest } from '../../../core/manifest';
import { given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { stepsIn } from '../../../model/release/release';
import { actionsIn } from '../../../model/release/steps';
import { routesOf } from '../../../model/routing/istio/fields';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { Route } from '../../../model/routing/route';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const LOST = ['rewrite', 'timeout', 'retries', 'corsPolicy', 'headers', 'fault'];

export const headerRouteKeepsOptions: Rule = {
  id: 'header-route-keeps-options',
  severity: Severity.WARNING,
  summary: 'setHeaderRoute stands only where the weighted route has no options of its own and takes all paths',
  why: 'the route that the controller makes has the header and the destination alone: paths, rewrites, timeouts, retries and CORS of the weighted route are lost on it',
  remedy: 'write the header route into the VirtualService in Git, before the weighted one, with destination canary',
  reference: 'argoproj/argo-rollouts#3155',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            steps: [ { setHeaderRoute: { name: testers, match: [ { headerName: x-test, headerValue: { exact: "1" } } ] } } ]
            trafficRouting:
              managedRoutes: [ { name: testers } ]
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
                timeout: 5s,
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
            steps: [ { setHeaderRoute: { name: testers, match: [ { headerName: x-test, headerValue: { exact: "1" } } ] } } ]
            trafficRouting:
              managedRoutes: [ { name: testers } ]
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
    const routes = weightedTargets(set, release).flatMap((found) => found.routes.filter(({ protocol }) => protocol === 'http'));
    const lost = [...new Set(routes.flatMap((route) => [
      ...LOST.filter((option) => given(written(route)?.[option])),
      ...route.matches.some(({ conditions }) => conditions.some(({ subject }) => subject === 'path')) ? ['the match of paths'] : [],
    ]))];
    return lost.length === 0 ? [] : actionsIn(stepsIn(release), 'setHeaderRoute').map(({ step, action }) => ({
      path: `${step.path}.setHeaderRoute`, value: action.name || undefined, message: `loses ${lost.join(', ')} of the weighted route`,
    }));
  },
};

/** The fields of a route, as the VirtualService writes them. */
function written({ object, path }: Route): Manifest | undefined {
  return routesOf(object, 'http').find((route) => route.path === path)?.value;
}
