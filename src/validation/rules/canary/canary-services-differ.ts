import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const canaryServicesDiffer: Rule = {
  id: 'canary-services-differ',
  severity: Severity.ERROR,
  summary: 'the stable and the canary Service are two Services',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name two different Services',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary: { stableService: app, canaryService: app }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary: { stableService: app, canaryService: app-canary }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
  },
  check: (rollout) => {
    const { stableService, canaryService } = canaryIn(readRelease(rollout)) ?? {};
    return canaryService !== undefined && canaryService === stableService
      ? [{ path: `${CANARY}.canaryService`, value: canaryService, message: 'is the stable Service too' }]
      : [];
  },
};
