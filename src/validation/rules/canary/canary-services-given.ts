import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { istioVersions } from '../../../model/routing/istio/versions';
import { usesRouterThat } from '../../router-support';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const canaryServicesGiven: Rule = {
  id: 'canary-services-given',
  severity: Severity.ERROR,
  summary: 'a router that splits traffic by Services is given both, the stable and the canary one',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name stableService and canaryService, or with Istio split by subset',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Ingress
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
      ---
      kind: Ingress
    `,
  },
  check: (rollout, { argoRolloutsVersion }) => {
    const release = readRelease(rollout);
    const canary = canaryIn(release);
    const excused = { always: false, never: true, withoutPingPong: canary?.pingPong !== undefined };
    const { bySubset } = istioVersions(release);
    const needed = usesRouterThat(release, argoRolloutsVersion, ({ needsServices }) => (
      needsServices === 'withoutPingPongOrSubsets' ? !(excused.withoutPingPong || bySubset) : !excused[needsServices]
    ));
    return needed && canary ? (['stableService', 'canaryService'] as const).filter((field) => canary[field] === undefined).map((field) => ({
      path: `${CANARY}.${field}`, message: 'is needed by the traffic router',
    })) : [];
  },
};
