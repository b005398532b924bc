import { at } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'];

export const countsNotNegative: Rule = {
  id: 'counts-not-negative',
  severity: Severity.ERROR,
  summary: 'replicas, minReadySeconds, revisionHistoryLimit and progressDeadlineSeconds are 0 or more',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write 0 or more',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        replicas: -1
    `,
    good: `
      kind: Rollout
      spec:
        replicas: 3
    `,
  },
  check: (rollout) => FIELDS.map((field) => ({ field, value: at(rollout, 'spec', field) }))
    .filter(({ value }) => typeof value === 'number' && value < 0)
    .map(({ field, value }) => ({ path: `spec.${field}`, value, message: 'is negative' })),
};
