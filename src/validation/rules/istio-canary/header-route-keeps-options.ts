import { given, items, list, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routingOf, stepsOf, virtualServiceFields } from '../../../model/release/fields';
import { findVirtualService, weightedRoutes } from '../../../model/routing/istio/weighted-routes';
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
  check: (rollout, context) => {
    const managed = items(routingOf(rollout)?.managedRoutes, '').map(({ value }) => text(value.name));
    const routes = virtualServiceFields(rollout).flatMap(({ value }) => {
      const virtualService = findVirtualService(context, rollout, value.name);
      return virtualService ? weightedRoutes(virtualService, value, managed) : [];
    });
    const lost = [...new Set(routes.flatMap(({ value }) => [
      ...LOST.filter((option) => given(value[option])),
      ...list(value.match).some((match) => given(match?.uri) && match.uri.prefix !== '/') ? ['the match of paths'] : [],
    ]))];
    return lost.length === 0 ? [] : stepsOf(rollout).filter(({ value }) => given(value.setHeaderRoute)).map(({ value, path }) => ({
      path: `${path}.setHeaderRoute`, value: value.setHeaderRoute?.name, message: `loses ${lost.join(', ')} of the weighted route`,
    }));
  },
};
