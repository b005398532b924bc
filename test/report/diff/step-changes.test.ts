import { diffMarkdown } from '../../../src/report/diff/diff-markdown';
import { diffText } from '../../../src/report/diff/diff-text';
import { stepChanges } from '../../../src/report/diff/step-changes';
import { PLAIN } from '../../../src/report/style';
import { CANARY, diffOf, edited } from '../../diff/manifests';

const PATH = 'spec.strategy.canary.steps';
const analysis = (value: string) => ({ analysis: { templates: [{ templateName: 'errors' }], args: [{ name: 'host', value }] } });

const changes = (old: unknown, now: unknown) => stepChanges({ path: PATH, change: 'changed', old, new: now })!.map(({ number, from, to }) => `${number} ${from ?? '+'} > ${to ?? '-'}`);

test.each<[string, unknown[], unknown[], string[]]>([
  ['another weight', [{ setWeight: 10 }, { pause: {} }, { setWeight: 25 }], [{ setWeight: 10 }, { pause: {} }, { setWeight: 30 }], ['3 setWeight 25 > setWeight 30']],
  ['a pause with an end', [{ pause: {} }], [{ pause: { duration: 600 } }], ['1 pause > pause 600s']],
  ['a step put in', [{ setWeight: 10 }, { setWeight: 50 }], [{ setWeight: 10 }, { pause: {} }, { setWeight: 50 }], ['2 + > pause']],
  ['a step taken out', [{ setWeight: 10 }, { pause: {} }, { setWeight: 50 }], [{ setWeight: 10 }, { setWeight: 50 }], ['2 pause > -']],
  ['a step in place of another', [{ setWeight: 10 }, { pause: {} }], [{ setWeight: 10 }, analysis('a')], ['2 + > analysis errors', '2 pause > -']],
  ['an argument of an analysis', [analysis('a')], [analysis('b')], ['1 analysis errors (args[host].value a) > analysis errors (args[host].value b)']],
  ['another spelling', [{ pause: { duration: 90 } }], [{ pause: { duration: '90s' } }], ['1 pause 90s (duration 90) > pause 90s (duration 90s)']],
  ['steps in another order', [{ setWeight: 10 }, { pause: {} }, { setWeight: 20 }], [{ pause: {} }, { setWeight: 20 }, { setWeight: 10 }], ['1 setWeight 10 > -', '3 + > setWeight 10']],
])('%s is all that is told', (_case, old, now, expected) => {
  expect(changes(old, now)).toEqual(expected);
});

test.each([[PATH, [{ pause: {} }], undefined], [PATH, { pause: {} }, [{ pause: {} }]], ['spec.steps', [1], [2]]])('%s from %j to %j is told as other fields are', (path, old, now) => {
  expect(stepChanges({ path, change: 'changed', old, new: now })).toBeUndefined();
});

test('more steps than anybody writes are told as lists', () => {
  const steps = Array.from({ length: 20_000 }, (_, index) => ({ setWeight: index }));

  expect(stepChanges({ path: PATH, change: 'changed', old: steps, new: [...steps, { pause: {} }] })).toBeUndefined();
});

const DIFF = diffOf(CANARY, edited(CANARY, { 'Rollout app': ({ spec }) => { spec.strategy.canary.steps = [{ setWeight: 40 }, { pause: {} }, { pause: { duration: '5m' } }]; } }));

test('as text each step that differs has a line of its own', () => {
  const text = diffText(DIFF, PLAIN, 100).split('\n');

  expect(text.slice(text.indexOf('└─ plan') + 1, -1)).toEqual([
    '      ~ spec.strategy.canary.steps',
    '        ~ step 1  setWeight 30 → 40',
    '        + step 3  pause 5m',
    '        a release that is under way begins again with the first step',
  ]);
});

test('as Markdown each step that differs has a row of its own', () => {
  expect(diffMarkdown(DIFF).split('\n').filter((line) => line.startsWith('| `spec'))).toEqual([
    '| `spec.strategy.canary.steps` step 1 | `setWeight 30` | `setWeight 40` | a release that is under way begins again with the first step |',
    '| `spec.strategy.canary.steps` step 3 |  | `pause 5m` |  |',
  ]);
});
