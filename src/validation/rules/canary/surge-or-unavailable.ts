import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

/** What is no share counts as none. */
const isZero = (value: unknown) => value === 0 || (typeof value === 'string' && !/^0*[1-9]\d*%?$/.test(value));

export const surgeOrUnavailable: Rule = {
  id: 'surge-or-unavailable',
  severity: Severity.ERROR,
  summary: 'maxSurge and maxUnavailable are not both 0',
  why: 'the controller refuses the Rollout (InvalidSpec): no pod could be added and none taken away',
  remedy: 'write at least 1, or 1 %, for one of the two',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary: { maxSurge: 0, maxUnavailable: 0 }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary: { maxSurge: 1, maxUnavailable: 0 }
    `,
  },
  check: (rollout) => {
    const { maxSurge, maxUnavailable } = canaryOf(rollout) ?? {};
    return isZero(maxSurge) && isZero(maxUnavailable)
      ? [{ path: `${CANARY}.maxUnavailable`, value: maxUnavailable, message: 'is 0, as maxSurge is' }]
      : [];
  },
};
