import { at, items, list, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routingOf, virtualServiceFields } from '../../../model/release/fields';
import { routesOf } from '../../../model/routing/istio/fields';
import { findVirtualService, weightedRoutes } from '../../../model/routing/istio/weighted-routes';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const weightedRouteFound: Rule = {
  id: 'weighted-route-found',
  severity: Severity.ERROR,
  summary: 'the routes that a canary shifts exist in its VirtualService, and are named where there are several',
  why: 'the controller refuses the Rollout (InvalidSpec), or shifts no traffic at all',
  remedy: 'name the routes of the VirtualService in trafficRouting.istio.virtualService.routes',
  reference: 'argoproj/argo-rollouts#3884',
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
                virtualService: { name: app, routes: [ primary ] }
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
  check: (rollout, context) => virtualServiceFields(rollout).flatMap(({ value, path }): Violation[] => {
    const virtualService = findVirtualService(context, rollout, value.name);
    if (!virtualService) {
      return [];
    }
    const managed = items(routingOf(rollout)?.managedRoutes, '').map((route) => text(route.value.name));
    const http = routesOf(virtualService, 'http').filter((route) => !managed.includes(route.value.name));
    const names = http.map((route) => route.value.name);
    const absent = list(value.routes).map((name, index) => ({ value: name, path: `${path}.routes[${index}]` })).filter((route) => !names.includes(route.value));
    const known = names.filter((name) => text(name) !== '').join(', ') || 'none with a name';
    const others = routesOf(virtualService, 'tls', 'tcp').length > 0;
    if (absent.length > 0 && (http.length > 0 || !others)) {
      return absent.map((route) => ({ ...route, message: `is no route of VirtualService ${text(value.name)}, which has ${known}` }));
    }
    const several = list(value.routes).length === 0 && http.length > 1;
    const nothing = !several && weightedRoutes(virtualService, value, managed).length === 0;
    return several || nothing ? [{
      path: `${path}.routes`,
      value: value.routes,
      message: several ? `is missing, though VirtualService ${text(at(virtualService, 'metadata', 'name'))} has ${http.length} routes: ${known}` : 'names no route to shift',
    }] : [];
  }),
};
