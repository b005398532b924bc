import * as fc from 'fast-check';
import { compareManifests } from '../../../src/diff/compare';
import { FieldChange, ManifestDiff, ObjectDiff, RolloutDiff } from '../../../src/diff/manifest-diff';
import { diffMarkdown } from '../../../src/report/diff/diff-markdown';
import { diffText } from '../../../src/report/diff/diff-text';
import { summaryText } from '../../../src/report/diff/phrases';
import { imageText, valuesOf, valueText } from '../../../src/report/diff/values';
import { fit } from '../../../src/report/fit';
import { COLOUR, PLAIN } from '../../../src/report/style';
import { Finding } from '../../../src/validation/finding';
import { Severity } from '../../../src/validation/severity';
import { CANARY, edited, newVersion } from '../../diff/manifests';
import { Manifest } from '../../util/synth';

const ROLLOUT: RolloutDiff = { name: 'app', namespace: 'shop', change: 'changed', release: 'none', why: [], images: [], atOnce: [], plan: [], other: [] };
const OBJECT: ObjectDiff = { kind: 'Service', name: 'app', change: 'changed', fields: [] };
const HAZARD: Finding = { rule: 'host-removed', severity: Severity.ERROR, kind: 'VirtualService', name: 'app', path: 'spec.hosts', value: 'a.test', message: 'nothing serves a.test any longer', remedy: 'keep it' };
const IMAGE: FieldChange = { path: 'spec.template.spec.containers[app].image', change: 'changed', old: 'registry.example.com/shop/app:1', new: 'registry.example.com/shop/app:2' };

const diff = (part: Partial<ManifestDiff>): ManifestDiff => ({ rollouts: [], objects: [], hazards: [], unchanged: 0, ...part });

test.each<[Partial<ManifestDiff>, string]>([
  [{}, 'nothing changes'],
  [{ rollouts: [{ ...ROLLOUT, release: 'starts' }, { ...ROLLOUT, release: 'starts' }], objects: [OBJECT], hazards: [HAZARD] }, '2 releases start, 1 change at once, 1 hazard'],
  [{ rollouts: [{ ...ROLLOUT, release: 'first' }] }, '1 first deployment'],
  [{ rollouts: [{ ...ROLLOUT, plan: [IMAGE] }] }, 'no release starts, 1 changed plan'],
  [{ rollouts: [ROLLOUT] }, 'nothing changes that the controller acts on'],
  [{ rollouts: [{ ...ROLLOUT, release: 'starts', why: [{ ...IMAGE, of: 'Deployment app' }] }], objects: [{ ...OBJECT, kind: 'Deployment', namespace: 'shop', fields: [IMAGE] }] }, '1 release starts'],
  [{ rollouts: [{ ...ROLLOUT, release: 'starts', why: [{ ...IMAGE, of: 'Deployment app' }] }], objects: [{ ...OBJECT, kind: 'Deployment', namespace: 'shop', fields: [IMAGE, { path: 'spec.replicas', change: 'added', new: 2 }] }] }, '1 release starts, 1 change at once'],
  [{ hazards: [{ ...HAZARD, ignoredBecause: 'moved' }], objects: [OBJECT] }, 'no release starts, 1 change at once'],
])('the summary of %j is %s', (part, expected) => {
  expect(summaryText(diff(part))).toBe(expected);
});

test.each<[string, string]>([
  ['registry.example.com:5000/shop/app:1.4.2', 'app:1.4.2'],
  ['app@sha256:0123456789abcdef0123456789abcdef', 'app@sha256:0123456789ab…'],
  ['app', 'app'],
])('the image %s is shown as %s', (image, expected) => {
  expect(imageText(image)).toBe(expected);
});

test('images that only their registry tells apart are shown at length', () => {
  expect(valuesOf({ ...IMAGE, old: 'a.example.com/app:1', new: 'b.example.com/app:1' })).toEqual({ from: 'a.example.com/app:1', to: 'b.example.com/app:1' });
});

test('steps are shown as one would say them', () => {
  expect(valueText('spec.strategy.canary.steps', [{ setWeight: 30 }, { pause: {} }, { pause: { duration: '10m' } }])).toBe('setWeight 30, pause, pause 10m');
});

test('as text each part stands under what it belongs to', () => {
  const text = diffText(diff({
    hazards: [HAZARD],
    rollouts: [{ ...ROLLOUT, release: 'starts', why: [IMAGE], atOnce: [{ path: 'spec.replicas', change: 'changed', old: 3, new: 5, effect: 'pods are added' }] }],
    objects: [{ ...OBJECT, fields: [{ path: 'spec.type', change: 'added', new: 'NodePort' }], effect: 'holds at once' }],
  }), PLAIN, 100);

  expect(text.split('\n')).toEqual([
    '1 release starts, 2 changes at once, 1 hazard',
    '',
    '✖ error  VirtualService app  spec.hosts  nothing serves a.test any longer  host-removed',
    '  keep it',
    '',
    'Rollout shop/app  a release starts: 1 field of the pod template differs',
    '├─ why',
    '│     ~ spec.template.spec.containers[app].image  app:1 → app:2',
    '└─ at once',
    '      ~ spec.replicas  3 → 5',
    '        pods are added',
    '',
    'other objects',
    '  Service app',
    '    + spec.type  NodePort',
    '    holds at once',
    '',
  ]);
});

test('as text no line is wider than the terminal, and colours come on demand alone', () => {
  const long = diff({ objects: [{ ...OBJECT, fields: [{ path: 'spec.a', change: 'changed', old: 'word '.repeat(15), new: 'other '.repeat(12) }] }] });

  expect(Math.max(...diffText(long, PLAIN, 50).split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  expect(diffText(long, PLAIN, 50)).not.toContain('\u001b');
  expect(diffText(long, COLOUR, 50)).toContain('\u001b');
});

test('as text no manifest makes the terminal do anything', () => {
  const text = diffText(diff({ objects: [{ ...OBJECT, name: '\u001b[31mred\u0007' }], hazards: [{ ...HAZARD, message: 'a\u009bb\nc' }] }), PLAIN, 100);

  expect(text.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
});

test('as Markdown it begins with the mark by which the comment is found, and the summary', () => {
  expect(diffMarkdown(diff({ hazards: [HAZARD] })).split('\n').slice(0, 2)).toEqual(['<!-- cdk8s-rollouts diff -->', '## no release starts, 1 hazard']);
});

test.each<[string, string, string]>([
  ['a mention', '@octocat', '@\u200boctocat'],
  ['HTML', '<img src=x>', '&lt;img'],
  ['a column', 'a|b', 'a\\|b'],
  ['a link', '[a](http://b)', '\\[a\\](http:\u200b//b)'],
])('as Markdown %s in a message is text', (_case, message, expected) => {
  const row = diffMarkdown(diff({ hazards: [{ ...HAZARD, message }] })).split('\n').find((line) => line.includes('host-removed'));

  expect(row).toContain(expected);
});

test('as Markdown values with signs stay in their cell', () => {
  const field = { path: 'spec.a', change: 'changed', old: 'x|`y`\n<b>', new: '</summary></details>' } as const;
  const [row] = diffMarkdown(diff({ objects: [{ ...OBJECT, fields: [field] }] })).split('\n').filter((line) => line.startsWith('| `spec.a`'));

  expect(row).toBe('| `spec.a` | `x`&#124;`` `y`↵<b> `` | `</summary></details>` |');
});

test('a comment is never longer than GitHub takes, and says what was left out', () => {
  const rollouts = Array.from({ length: 900 }, (_, index) => ({ ...ROLLOUT, name: `app-${index}`, release: 'starts' as const, why: Array(20).fill(IMAGE) as FieldChange[] }));
  const text = diffMarkdown(diff({ rollouts, hazards: Array(200).fill(HAZARD) as Finding[], objects: Array(400).fill(OBJECT) as ObjectDiff[] }));

  expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  expect(text).toMatch(/^> Left out, as a comment may not be longer: of \d+ parts everything \(`shop\/app-\d+`/m);
  expect(text).toContain('### At once, when applied');
});

test('sections keep their order, the first ones at length', () => {
  const sections = ['a', 'b'].map((what) => ({ what, long: what.repeat(60), short: what }));

  expect(fit('diff', sections, 100)).toBe(`${'a'.repeat(60)}\n\nb\n\n> Left out, as a comment may not be longer: of one the details (b). \`cdk8s-rollouts diff\` has it all with \`--format html\` and \`--format text\`.`);
});

test('whatever manifests hold, all forms are made of it', () => {
  const side = (manifests: Manifest[]) => ({ environments: [manifests], fileOf: () => '' });
  const name = fc.oneof(fc.string(), fc.constantFrom('`', '|', '\u0000', '-->', '</details>', '@all', '\u001b[31m'), fc.jsonValue());

  fc.assert(fc.property(name, name, fc.jsonValue(), (one, other, value) => {
    const now = edited(CANARY, { 'Rollout app': newVersion, 'Service app': (object) => { object.metadata.name = one; object.spec = value; } });
    now[0].spec.template.metadata.annotations = { [typeof other === 'string' ? other : JSON.stringify(other)]: value };
    now[0].spec.strategy.canary.steps = value;
    const result = compareManifests(side([...CANARY]), side(now));
    expect(diffText(result, PLAIN, 80)).toContain('Rollout shop/app');
    expect(Buffer.byteLength(diffMarkdown(result))).toBeLessThan(65_536);
  }), { numRuns: 150 });
});
