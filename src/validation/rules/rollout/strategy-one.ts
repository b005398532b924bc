import { at, given, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const strategyOne: Rule = {
  id: 'strategy-one',
  severity: Severity.ERROR,
  summary: 'a Rollout has exactly one strategy, blueGreen or canary',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write either strategy.blueGreen or strategy.canary',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy: {}
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 30 }, { pause: {} } ]
    `,
  },
  check: (rollout) => {
    const { blueGreen, canary } = record(at(rollout, 'spec', 'strategy'));
    if (given(blueGreen) !== given(canary)) {
      return [];
    }
    return [{ path: 'spec.strategy', message: given(canary) ? 'has both blueGreen and canary' : 'has neither blueGreen nor canary' }];
  },
};
