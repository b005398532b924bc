import { shown } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routingOf, stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const PERCENT = 100;

export const stepWeightRange: Rule = {
  id: 'step-weight-range',
  severity: Severity.ERROR,
  summary: 'setWeight lies between 0 and the largest weight of the router, which is 100 unless maxTrafficWeight says otherwise',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write a whole number within that range',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 130 } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 30 } ]
    `,
  },
  check: (rollout) => {
    const max = routingOf(rollout)?.maxTrafficWeight ?? PERCENT;
    return stepsOf(rollout)
      .filter(({ value: { setWeight } }) => typeof setWeight === 'number' && !(setWeight >= 0 && setWeight <= max))
      .map(({ value, path }) => ({ path: `${path}.setWeight`, value: value.setWeight, message: `is not from 0 to ${shown(max)}` }));
  },
};
