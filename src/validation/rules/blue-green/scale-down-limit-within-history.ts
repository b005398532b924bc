import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { blueGreenIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

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
    const release = readRelease(rollout);
    const limit = blueGreenIn(release)?.scaleDownDelayRevisionLimit ?? 0;
    return limit > release.revisionHistoryLimit
      ? [{ path: `${BLUE_GREEN}.scaleDownDelayRevisionLimit`, value: limit, message: `is above revisionHistoryLimit, which is ${release.revisionHistoryLimit}` }]
      : [];
  },
};
