import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const releaseWaits: Rule = {
  id: 'release-waits',
  severity: Severity.ADVICE,
  summary: 'steps that shift traffic are followed by something that waits: a pause, an analysis, an experiment',
  why: 'the weight is passed within seconds, and nobody can stop a bad version',
  remedy: 'put a pause or an analysis after each setWeight',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 20 }, { setWeight: 50 }, { pause: {} } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 20 }, { pause: {} }, { setWeight: 50 }, { pause: {} } ]
    `,
  },
  check: (rollout) => {
    const steps = stepsOf(rollout);
    return steps.filter(({ value }, index) => {
      const next = steps.slice(index + 1).find((step) => ['setWeight', 'pause', 'analysis', 'experiment', 'plugin'].some((action) => action in step.value));
      return typeof value.setWeight === 'number' && value.setWeight > 0 && value.setWeight < 100 && (!next || 'setWeight' in next.value);
    }).map(({ value, path }) => ({ path: `${path}.setWeight`, value: value.setWeight, message: 'is passed without waiting' }));
  },
};
