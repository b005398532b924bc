import { at } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN, blueGreenOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const DEFAULT_HISTORY = 10;

export const scaleDownLimitWithinHistory: Rule = {
  id: 'scale-down-limit-within-history',
  severity: Severity.ERROR,
  summary: 'scaleDownDelayRevisionLimit of a blue-green Rollout is not above revisionHistoryLimit',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'lower scaleDownDelayRevisionLimit, or raise revisionHistoryLimit (10 where it is left out)',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        revisionHistoryLimit: 2
        strategy:
          blueGreen: { activeService: app, scaleDownDelayRevisionLimit: 3 }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        revisionHistoryLimit: 3
        strategy:
          blueGreen: { activeService: app, scaleDownDelayRevisionLimit: 3 }
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (rollout) => {
    const limit = blueGreenOf(rollout)?.scaleDownDelayRevisionLimit;
    const history = at(rollout, 'spec', 'revisionHistoryLimit') ?? DEFAULT_HISTORY;
    return typeof limit === 'number' && typeof history === 'number' && limit > history
      ? [{ path: `${BLUE_GREEN}.scaleDownDelayRevisionLimit`, value: limit, message: `is above revisionHistoryLimit, which is ${history}` }]
      : [];
  },
};
