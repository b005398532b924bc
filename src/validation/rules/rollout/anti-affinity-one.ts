import { given, isRecord } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const antiAffinityOne: Rule = {
  id: 'anti-affinity-one',
  severity: Severity.ERROR,
  summary: 'an antiAffinity is preferred, with a weight from 1 to 100, or required',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write one of the two kinds, and a weight from 1 to 100 with the preferred one',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            antiAffinity:
              preferredDuringSchedulingIgnoredDuringExecution: { weight: 0 }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            antiAffinity:
              preferredDuringSchedulingIgnoredDuringExecution: { weight: 50 }
    `,
  },
  check: (rollout) => [
    ...check(canaryOf(rollout)?.antiAffinity, `${CANARY}.antiAffinity`),
    ...check(blueGreenOf(rollout)?.antiAffinity, `${BLUE_GREEN}.antiAffinity`),
  ],
};

function check(antiAffinity: unknown, path: string): Violation[] {
  if (!isRecord(antiAffinity)) {
    return [];
  }
  const { preferredDuringSchedulingIgnoredDuringExecution: preferred, requiredDuringSchedulingIgnoredDuringExecution: required } = antiAffinity;
  if (given(preferred) === given(required)) {
    return [{ path, value: antiAffinity, message: `is ${given(required) ? 'both' : 'neither'} preferred ${given(required) ? 'and' : 'nor'} required` }];
  }
  const weight = isRecord(preferred) ? preferred.weight : 1;
  return typeof weight === 'number' && (weight < 1 || weight > 100)
    ? [{ path: `${path}.preferredDuringSchedulingIgnoredDuringExecution.weight`, value: weight, message: 'is not from 1 to 100' }]
    : [];
}
