import { readManifests } from '../../../src/input/read-manifests';
import { decodeText } from '../../../src/input/yaml/decode';

const ROLLOUT = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: app }\n';

const read = (bytes: string | Buffer) => readManifests([{ file: 'app.yaml', text: decodeText(Buffer.from(bytes)) }]);
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each<[string, string | Buffer]>([
  ['a byte order mark before the second document', `a: 1\n---\n\uFEFF${ROLLOUT}`],
  ['UTF-16 with the high byte first', utf16(ROLLOUT).swap16()],
  ['UTF-16 with the low byte first', utf16(ROLLOUT)],
  ['UTF-16 in the second document alone', Buffer.concat([Buffer.from('a: 1\n---\n'), utf16(ROLLOUT).swap16()])],
  ['a kind in base64', ROLLOUT.replace('kind: Rollout', 'kind: !!binary Um9sbG91dA==')],
  ['a key in base64', ROLLOUT.replace('kind:', '!!binary a2luZA==:')],
  ['a key behind an alias', `x: &key kind\n${ROLLOUT.replace('kind', '*key ')}`],
  ['a kind that is merged', ROLLOUT.replace('kind: Rollout', '<<: { kind: Rollout }')],
  ['a comment that ends as lines of YAML 1.1 do', ROLLOUT.replace('kind', '# comment\u2028kind')],
  ['a comment that ends with a carriage return alone', ROLLOUT.replace('kind', '# comment\rkind')],
  ['a comment right behind the mark', `a: 1\n---#comment\n${ROLLOUT}`],
  ['items of a list that take their kind from it', 'apiVersion: argoproj.io/v1alpha1\nkind: RolloutList\nitems: [{ metadata: { name: app } }]\n'],
  ['items of an object that is not called a list', `apiVersion: v1\nkind: Bundle\nitems:\n- ${ROLLOUT.trim().replace(/\n/g, '\n  ')}\n`],
])('a Rollout is not hidden by %s', (_case, bytes) => {
  const { manifests, problems } = read(bytes);

  expect(problems).toEqual([]);
  expect(manifests.filter(({ kind }) => kind === 'Rollout')).toMatchObject([{ apiVersion: 'argoproj.io/v1alpha1', metadata: { name: 'app' } }]);
});

test.each([
  ['text after the end of a document', `a: 1\n...\n${ROLLOUT}`],
  ['a byte order mark before another line', ROLLOUT.replace('kind', '\uFEFFkind')],
  ['a control character', ROLLOUT.replace('app', '"\u0007"')],
  ['a merge behind the key that it sets again', ROLLOUT.replace('kind: Rollout', 'kind: ConfigMap\n<<: { kind: Rollout }')],
  ['two merges in one map', ROLLOUT.replace('kind: Rollout', '<<: { kind: A }\n<<: { kind: Rollout }')],
  ['a key twice, once as a number', ROLLOUT.replace('{ name: app }', '{ 1: a, "1": b }')],
  ['a key that is a map', `? { a: b }\n: c\n${ROLLOUT}`],
  ['a mark with text behind it', `a: 1\n---text\n${ROLLOUT}`],
  ['two objects of JSON without a mark between them', '{"apiVersion":"v1","kind":"A"}{"apiVersion":"v1","kind":"Rollout"}'],
  ['an anchor that contains itself', 'apiVersion: v1\nkind: A\nmetadata: { name: &n [*n] }\n'],
  ['an anchor that contains itself as a map', 'apiVersion: v1\nkind: A\nspec: { replicas: &r { a: *r } }\n'],
  ['an alias without an anchor', 'apiVersion: v1\nkind: A\nspec: *missing\n'],
  ['a merge of something else than a map', 'apiVersion: v1\nkind: A\nspec: { <<: 1 }\n'],
  ['base64 that is none', 'apiVersion: v1\nkind: !!binary Rollout!\n'],
  ['a number that JSON does not have', 'apiVersion: v1\nkind: A\nspec: .inf\n'],
])('it is an error: %s', (_case, text) => {
  expect(read(text).problems).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['yes', true], ['Off', false], ['y', true], ['nO', 'nO'], ['~', null], ['010', 8], ['0o17', 15], ['0x1F', 31], ['1_000', 1000], ['08', 8], ['.5', 0.5], ['1e3', 1000], ['1:30', '1:30'],
  ['2001-01-01', '2001-01-01'], ['"yes"', 'yes'], ['!!str 1', '1'], ['!!int "3"', 3], ['! 1', '1'], ['1e400', '1e400'], ['18446744073709551616', 18446744073709551616],
])('the value %s is what Kubernetes takes it for', (text, value) => {
  expect(read(`apiVersion: v1\nkind: A\nspec: ${text}\n`).manifests[0].spec).toEqual(value);
});

test.each([
  ['010', '8'], ['on', 'true'], ['1.10', '1.1'], ['1e7', '1e+07'], ['9007199254740993', '9007199254740993'], ['"on"', 'on'],
])('the key %s is the key %s of Kubernetes', (key, expected) => {
  expect(Object.keys(read(`apiVersion: v1\nkind: A\nspec: { ${key}: x }\n`).manifests[0].spec)).toEqual([expected]);
});

test('bytes that are no text are not read', () => {
  expect(() => read(Buffer.from([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]))).toThrow('is not a text file');
});

test('the text of a broken document is not repeated', () => {
  const { problems } = read('apiVersion: v1\nkind: Secret\nstringData:\n  password: |hunter2\n');

  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});

test('aliases cost as much as what is written', () => {
  const text = `apiVersion: v1\nkind: A\nspec:\n${Array.from({ length: 30_000 }, (_, index) => `- &a${index} { x: 1 }\n- *a${index}`).join('\n')}\n`;

  expect(read(text).manifests[0].spec).toHaveLength(60_000);
});

test('of a document with many repeated keys the first ones are shown, and how many more there are', () => {
  const { problems } = read(`apiVersion: v1\n${'kind: A\n'.repeat(10_000)}`);

  expect(problems).toHaveLength(20);
  expect(problems[19].message).toBe('the key kind is written twice, and 9979 more keys');
});
