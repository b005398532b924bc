import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { stepsIn } from '../../../model/release/release';
import { actionOf, StepKind } from '../../../model/release/steps';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

/** What a step after a weight either waits for, or shifts traffic by once more. */
const PASSING: readonly StepKind[] = ['setWeight', 'pause', 'analysis', 'experiment', 'plugin'];

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
    const steps = stepsIn(readRelease(rollout));
    return steps.flatMap((step, index) => {
      const weight = actionOf(step, 'setWeight')?.weight ?? 0;
      const next = steps.slice(index + 1).find(({ actions }) => actions.some(({ kind }) => PASSING.includes(kind)));
      return weight > 0 && weight < 100 && (!next || actionOf(next, 'setWeight'))
        ? [{ path: `${step.path}.setWeight`, value: weight, message: 'is passed without waiting' }]
        : [];
    });
  },
};
