import { durationSeconds } from '../../src/core/parse-duration';

test.each([
  [90, 90], ['90', 90], ['+90', 90], ['.5h', 1800], ['1h30m', 5400], ['1500ms', 1], ['-5s', -5], ['0', 0],
])('%s has whole seconds, as the controller counts them: %s', (value, seconds) => {
  expect(durationSeconds(value)).toBe(seconds);
});

test.each(['90 minutes', '', 'x', '1.5', undefined, null, {}, 's'])('%s is no duration', (value) => {
  expect(durationSeconds(value)).toBeUndefined();
});
