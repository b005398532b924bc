import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { routerUse } from '../../../model/release/routers';
import { istioVersions } from '../../../model/routing/istio/versions';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const DEFAULT = 30;
const SHORT = 2;

export const abortReachesUsers: Rule = {
  id: 'abort-reaches-users',
  severity: Severity.ADVICE,
  summary: 'a canary by host on Istio scales aborted pods down within 2 s, or splits by subset',
  why: 'until they are gone the controller flips the selector of the canary Service, and istiod holds the new weights back: users stay on the aborted version for about 10 s',
  remedy: 'set abortScaleDownDelaySeconds: 1, split by subset, or set PILOT_DEBOUNCE_MAX of istiod to 1s',
  reference: 'argoproj/argo-rollouts#3078',
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
            abortScaleDownDelaySeconds: 1
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
  check: (rollout) => {
    const release = readRelease(rollout);
    const { stableService, canaryService, abortScaleDownDelaySeconds: delay = DEFAULT } = canaryIn(release) ?? {};
    return routerUse(release, 'istio') && !istioVersions(release).bySubset && stableService && canaryService && (delay === 0 || delay > SHORT)
      ? [{ path: `${CANARY}.abortScaleDownDelaySeconds`, value: delay, message: 'keeps users on an aborted version for about 10 s' }]
      : [];
  },
};
