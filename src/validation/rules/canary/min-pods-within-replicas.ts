import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const minPodsWithinReplicas: Rule = {
  id: 'min-pods-within-replicas',
  severity: Severity.WARNING,
  summary: 'minPodsPerReplicaSet is not above replicas',
  why: 'the controller wants more pods than the Rollout has, and scales up and down without end',
  remedy: 'lower minPodsPerReplicaSet, raise replicas, or upgrade to Argo Rollouts 1.10',
  argoRollouts: '<1.10',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        replicas: 1
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            minPodsPerReplicaSet: 2
            trafficRouting:
              plugins: { example/router: {} }
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
        replicas: 2
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            minPodsPerReplicaSet: 2
            trafficRouting:
              plugins: { example/router: {} }
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
    const canary = canaryIn(release);
    const least = canary?.isRouted ? canary.minPodsPerReplicaSet ?? 0 : 0;
    return release.replicas !== undefined && least > release.replicas
      ? [{ path: `${CANARY}.minPodsPerReplicaSet`, value: least, message: `is above replicas, which is ${release.replicas}` }]
      : [];
  },
};
