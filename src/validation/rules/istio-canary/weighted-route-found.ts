import { nameOf } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { routesOf } from '../../../model/routing/routes';
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
  check: (rollout, { set }) => {
    const release = readRelease(rollout);
    const managed = canaryIn(release)?.managedRoutes ?? [];
    return weightedTargets(set, release).flatMap(({ target, virtualService, routes }): Violation[] => {
      const http = routesOf(virtualService).filter(({ protocol, name }) => protocol === 'http' && !managed.includes(name ?? ''));
      const names = http.flatMap(({ name }) => name ?? []);
      const known = names.join(', ') || 'none with a name';
      const others = routesOf(virtualService).some(({ protocol }) => protocol !== 'http');
      const absent = target.routes.map((name, index) => ({ value: name, path: `${target.path}.routes[${index}]` })).filter(({ value }) => !names.includes(value));
      if (absent.length > 0 && (http.length > 0 || !others)) {
        return absent.map((route) => ({ ...route, message: `is no route of VirtualService ${target.written}, which has ${known}` }));
      }
      const several = target.routes.length === 0 && http.length > 1;
      return several || routes.length === 0 ? [{
        path: `${target.path}.routes`,
        ...target.routes.length > 0 && { value: target.routes },
        message: several ? `is missing, though ${nameOf(virtualService)} has ${http.length} routes: ${known}` : 'names no route to shift',
      }] : [];
    });
  },
};
