import { refusals } from './judges';
import { RULES } from '../../src/validation/rules';
import { Severity } from '../../src/validation/severity';
import { complete } from '../../test/validation/complete';
import { KubernetesObject } from '../cluster/api';

const setsOf = (kind: 'bad' | 'good') => RULES.map((rule) => complete(rule.example[kind]) as KubernetesObject[]);

test('real software refuses the bad example of every rule that is an error, but for those that are stricter on purpose', () => {
  const judged = refusals(setsOf('bad'));

  const accepted = RULES.filter((rule, index) => rule.severity === Severity.ERROR && !rule.stricterBecause && judged[index].length === 0);
  expect(accepted.map(({ id }) => id)).toEqual([]);
});

test('real software accepts the good example of every rule', () => {
  const judged = refusals(setsOf('good'));

  expect(RULES.flatMap(({ id }, index) => judged[index].map(({ judge, message }) => `${id}: ${judge}: ${message}`))).toEqual([]);
});
