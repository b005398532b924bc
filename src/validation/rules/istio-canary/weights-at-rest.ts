import { nameOf } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { destinationOf, istioVersions } from '../../../model/routing/istio/versions';
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
  check: (rollout, { set }) => {
    const release = readRelease(rollout);
    const versions = istioVersions(release);
    return weightedTargets(set, release).flatMap(({ target: { written, path }, virtualService, routes }) => routes.flatMap((route) => {
      const [stable, canary] = (['stable', 'canary'] as const).map((version) => destinationOf(route, versions, version));
      return !stable || !canary || stable === canary || canary.weight === 0 ? [] : [{
        path: `${path}.name`, value: written || undefined, message: `route ${route.name ?? route.path} of ${nameOf(virtualService)} has the weights ${stable.weight}/${canary.weight} in Git`,
      }];
    }));
  },
};
