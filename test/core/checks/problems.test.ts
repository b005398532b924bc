import { Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { describe as inWords, Problem, Problems } from '../../../src/core/checks/problems';

const WEIGHT: Problem = { rule: 'weight-range', prop: 'steps[0].setWeight', wrong: 'must be a percent', got: 101, remedy: 'pass a percent' };

test('a problem is worded with its rule, prop, value and remedy', () => {
  expect(inWords(WEIGHT)).toBe('[weight-range] steps[0].setWeight: must be a percent, got 101; pass a percent');
});

test.each([
  [undefined, ''],
  ['App', ', got "App"'],
  [NaN, ', got NaN'],
  [false, ', got false'],
  [['a', 'b'], ', got ["a","b"]'],
])('the value %p is shown as %j', (got, shown) => {
  expect(inWords({ rule: 'r', prop: 'p', wrong: 'w', got, remedy: 'm' })).toBe(`[r] p: w${shown}; m`);
});

test('nothing is thrown where there is no problem', () => {
  const problems = new Problems();

  problems.require(true, WEIGHT);

  expect(() => problems.throwIfAny('app')).not.toThrow();
});

test('one problem is thrown behind the path of the construct', () => {
  const construct = new Construct(Testing.chart(), 'app');
  const problems = new Problems();

  problems.require(false, WEIGHT);

  expect(() => problems.throwIfAny(construct)).toThrow(new Error(`test/app: ${inWords(WEIGHT)}`));
});

test('several problems are thrown as one list', () => {
  const problems = new Problems();

  problems.add(WEIGHT);
  problems.addDescribed('[other] prop: wrong; remedy');

  expect(() => problems.throwIfAny('app')).toThrow(new Error(`app: 2 problems\n  - ${inWords(WEIGHT)}\n  - [other] prop: wrong; remedy`));
});
