import { canonical } from '../../../src/diff/fields/canonical';
import { fieldChanges } from '../../../src/diff/fields/field-changes';

const changes = (old: unknown, now: unknown, ordered = false) => fieldChanges(canonical(old), canonical(now), { ordered });
const inShort = (old: unknown, now: unknown, ordered = false) => changes(old, now, ordered).map(({ change, path }) => `${change} ${path}`);

test('an item of a list is found by its name', () => {
  expect(changes({ containers: [{ name: 'log' }, { name: 'app', image: 'app:1' }] }, { containers: [{ name: 'app', image: 'app:2' }, { name: 'log' }] }))
    .toEqual([{ path: 'containers[app].image', change: 'changed', old: 'app:1', new: 'app:2' }]);
});

test('where the order counts another one is told with the names', () => {
  expect(changes({ env: [{ name: 'a' }, { name: 'b' }] }, { env: [{ name: 'b' }, { name: 'c' }, { name: 'a' }] }, true))
    .toContainEqual({ path: 'env', change: 'moved', old: ['a', 'b'], new: ['b', 'a'] });
  expect(inShort({ http: [{ name: 'a' }, { name: 'b' }] }, { http: [{ name: 'b' }, { name: 'a' }] })).toEqual(['moved http']);
});

test.each<[string, unknown, unknown]>([
  ['quantities', { limits: { cpu: '1000m', memory: '1024Mi' } }, { limits: { cpu: 1, memory: '1Gi' } }],
  ['quantities by their exponents', { requests: { cpu: '1e3', memory: '1Gi' } }, { requests: { cpu: '1k', memory: '1073741824' } }],
  ['no map, an empty one and null', { a: {}, b: null }, {}],
  ['no labels of a template and empty ones', { template: { metadata: { labels: {} } } }, { template: {} }],
  ['no list and an empty one', { a: [] }, {}],
  ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['the order of hosts', { hosts: ['a', 'b'] }, { hosts: ['b', 'a'] }],
  ['the order of named items', { ports: [{ name: 'a' }, { name: 'b' }] }, { ports: [{ name: 'b' }, { name: 'a' }] }],
])('%s are no change', (_case, old, now) => {
  expect(changes(old, now)).toEqual([]);
});

test.each<[string, unknown, unknown, string[]]>([
  ['an item without a name, put first', { match: [{ a: 1 }, { b: 1 }] }, { match: [{ c: 1 }, { a: 1 }, { b: 1 }] }, ['added match[0]']],
  ['an item without a name, taken out', { match: [{ a: 1 }, { b: 1 }, { c: 1 }] }, { match: [{ a: 1 }, { c: 1 }] }, ['removed match[1]']],
  ['a list of texts', { args: ['a', 'b'] }, { args: ['b', 'a'] }, ['changed args']],
  ['steps', { steps: [{ setWeight: 1 }, { pause: {} }] }, { steps: [{ pause: {} }] }, ['changed steps']],
  ['a selector of all', { selector: {} }, {}, ['removed selector']],
  ['a probe in a template', { template: { livenessProbe: {} } }, { template: {} }, ['removed template.livenessProbe']],
  ['a pause without an end', { pause: {} }, {}, ['removed pause']],
  ['names that come twice', { env: [{ name: 'a', value: 1 }, { name: 'a', value: 2 }] }, { env: [{ name: 'a', value: 1 }, { name: 'a', value: 3 }] }, ['changed env[1].value']],
  ['a list in place of a map', { a: [1] }, { a: { b: 1 } }, ['changed a']],
  ['keys that are no words', { 'a.b/c': 1 }, { 'a.b/c': 2 }, ['changed ["a.b/c"]']],
  ['keys of objects in JavaScript', JSON.parse('{"__proto__": {"a": 1}, "toString": 1}'), JSON.parse('{"__proto__": {"a": 2}}'), ['changed __proto__.a', 'removed toString']],
])('%s is told', (_case, old, now, expected) => {
  expect(inShort(old, now)).toEqual(expected);
});

test.each<[string, string, string]>([
  ['512Mi', '1Gi', '512Mi → 1Gi'],
  ['1500Mi', '1G', '1500Mi → 1G'],
  ['2048', '4096', '2048 → 4096'],
  ['0.25', '1e-1', '250m → 100m'],
  ['two', '2', 'two → 2'],
])('a quantity of %s that becomes %s is told by its shortest spelling', (old, now, told) => {
  expect(changes({ limits: { a: old } }, { limits: { a: now } }).map((change) => `${change.old} → ${change.new}`)).toEqual([told]);
});

test('a value that holds itself ends', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  expect(inShort(circle, { self: 1 })).toEqual(['changed self']);
});
