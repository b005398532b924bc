import * as fc from 'fast-check';
import { GAPS } from './gaps';
import { Refusal, refusals } from './judges';
import { mutated } from './mutations';
import { evaluate } from '../../src/validation/evaluate';
import { RULES } from '../../src/validation/rules';
import { Severity } from '../../src/validation/severity';
import { complete } from '../../test/validation/complete';
import { EXAMPLES } from '../../tools/examples';
import { KubernetesObject } from '../cluster/api';
import { exampleManifests } from '../release/manifests';

const COUNT = Number(process.env.E2E_MUTATIONS ?? 2_500);
const SEED = Number(process.env.E2E_SEED ?? 1);

const STRICTER = new Set(RULES.filter(({ stricterBecause }) => stricterBecause).map(({ id }) => id));

const bases = [
  ...EXAMPLES.map((example) => exampleManifests(example)),
  ...RULES.map(({ example }) => complete(example.good) as KubernetesObject[]),
];
const sets = fc.sample(mutated(bases), { numRuns: COUNT, seed: SEED });
const judged: Refusal[][] = refusals(sets);
const found = sets.map((set) => evaluate(set));

const show = (index: number, why: string) => `seed ${SEED}, set ${index}: ${why}\n${JSON.stringify(sets[index])}`;

test('what real software refuses does not pass as clean', () => {
  const missed = sets.flatMap((_, index) => {
    const unknown = judged[index].filter(({ message }) => !GAPS.some(({ pattern }) => pattern.test(message)));
    const clean = found[index].every(({ severity }) => severity === Severity.ADVICE);
    return clean && unknown.length > 0 && unknown.length === judged[index].length ? [show(index, `${unknown[0].judge}: ${unknown[0].message}`)] : [];
  });

  expect(missed).toEqual([]);
});

test('what real software accepts is no error, but by rules that are stricter on purpose', () => {
  const wrong = sets.flatMap((_, index) => {
    const errors = found[index].filter(({ severity, rule }) => severity === Severity.ERROR && !STRICTER.has(rule));
    return judged[index].length === 0 && errors.length > 0 ? [show(index, `${errors[0].rule} ${errors[0].path}: ${errors[0].message}`)] : [];
  });

  expect(wrong).toEqual([]);
});

test('enough of both kinds was tried', () => {
  const refused = judged.filter((reasons) => reasons.length > 0).length;

  expect(refused).toBeGreaterThan(COUNT / 4);
  expect(COUNT - refused).toBeGreaterThan(COUNT / 10);
});
