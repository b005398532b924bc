import { durationSeconds } from '../../../core/parse-duration';
import { at, given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

/** Seconds as the controller counts them; what it cannot read counts as less than none. */
function secondsOf(value: unknown): number {
  return typeof value === 'number' ? value : durationSeconds(value) ?? -1;
}

export const pauseDuration: Rule = {
  id: 'pause-duration',
  severity: Severity.ERROR,
  summary: 'the duration of a pause is a number of seconds, or digits with units',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write 90, 90s, 5m or 1h30m; pause: {} waits for a person',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { pause: { duration: 90 minutes } } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { pause: { duration: 1h30m } } ]
    `,
  },
  check: (rollout) => stepsOf(rollout)
    .map(({ value, path }) => ({ value: at(value, 'pause', 'duration'), path: `${path}.pause.duration` }))
    .filter(({ value }) => given(value) && !(secondsOf(value) >= 0))
    .map((duration) => ({ ...duration, message: 'is no duration' })),
};
