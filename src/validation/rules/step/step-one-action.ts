import { at, list } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { actionsOf, CANARY, canaryOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const stepOneAction: Rule = {
  id: 'step-one-action',
  severity: Severity.ERROR,
  summary: 'a step has exactly one action',
  why: 'the controller refuses a step without an action, and of several in one step acts on one alone',
  remedy: 'write each action as a step of its own',
  stricterBecause: 'the controller refuses only some pairs; of the others it silently drops an action',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 30, pause: {} } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 30 }, { pause: {} } ]
    `,
  },
  check: (rollout) => list(at(canaryOf(rollout), 'steps')).flatMap((step, index) => {
    const actions = actionsOf(step ?? {});
    const path = `${CANARY}.steps[${index}]`;
    return actions.length === 1 ? [] : [{
      path, value: step, message: actions.length === 0 ? 'has no action' : `has ${actions.length} actions, ${actions.join(' and ')}`,
    }];
  }),
};
