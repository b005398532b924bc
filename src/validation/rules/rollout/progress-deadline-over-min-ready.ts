import { at } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const DEFAULT_DEADLINE = 600;

export const progressDeadlineOverMinReady: Rule = {
  id: 'progress-deadline-over-min-ready',
  severity: Severity.ERROR,
  summary: 'progressDeadlineSeconds is greater than minReadySeconds',
  why: 'the controller refuses the Rollout (InvalidSpec): no release could ever be in time',
  remedy: 'raise progressDeadlineSeconds (600 where it is left out), or lower minReadySeconds',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        minReadySeconds: 60
        progressDeadlineSeconds: 60
    `,
    good: `
      kind: Rollout
      spec:
        minReadySeconds: 60
        progressDeadlineSeconds: 300
    `,
  },
  check: (rollout) => {
    const deadline = at(rollout, 'spec', 'progressDeadlineSeconds') ?? DEFAULT_DEADLINE;
    const minReady = at(rollout, 'spec', 'minReadySeconds') ?? 0;
    return typeof deadline === 'number' && typeof minReady === 'number' && deadline <= minReady
      ? [{ path: 'spec.progressDeadlineSeconds', value: deadline, message: `is not greater than minReadySeconds, which is ${minReady}` }]
      : [];
  },
};
