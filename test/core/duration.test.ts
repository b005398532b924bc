import { Duration } from 'cdk8s';
import { goDuration, seconds } from '../../src/core/duration';

describe('a duration is written in the largest unit that stays whole', () => {
  test.each([
    [Duration.millis(0), '0s'],
    [Duration.millis(250), '250ms'],
    [Duration.millis(1500), '1500ms'],
    [Duration.seconds(1), '1s'],
    [Duration.seconds(30), '30s'],
    [Duration.seconds(60), '1m'],
    [Duration.seconds(90), '90s'],
    [Duration.minutes(10), '10m'],
    [Duration.minutes(60), '1h'],
    [Duration.minutes(90), '90m'],
    [Duration.hours(1), '1h'],
    [Duration.days(1), '24h'],
  ])('%s is %s', (duration, text) => {
    expect(goDuration(duration)).toBe(text);
  });
});

test('a duration that was left out has no seconds', () => {
  expect(seconds(undefined)).toBeUndefined();
});

test('a duration in minutes has its seconds', () => {
  expect(seconds(Duration.minutes(2))).toBe(120);
});
