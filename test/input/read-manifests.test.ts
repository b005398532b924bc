import { readManifests } from '../../src/input/read-manifests';

const read = (text: string) => readManifests([{ file: 'app.yaml', text }]);

const LIST = `
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: { name: app }
  - apiVersion: v1
    kind: ServiceList
    items:
      - apiVersion: v1
        kind: Service
        metadata:
          name: inner
`;

test('the items of lists are objects with places of their own', () => {
  const { manifests, origins } = read(LIST);

  expect(manifests.map(({ metadata }) => metadata.name)).toEqual(['app', 'inner']);
  expect(manifests.map((manifest) => origins.get(manifest)!.placeOf('metadata.name'))).toEqual([{ line: 7, column: 17 }, { line: 14, column: 11 }]);
});

test('a field is found in its line and column, one that is missing at the nearest above it', () => {
  const { manifests: [manifest], origins } = read('# first\napiVersion: v1\nkind: Service\nmetadata:\n  name: app\n  annotations:\n    a.b/c: x\nspec:\n  ports:\n    - port: 80\n');
  const placeOf = origins.get(manifest)!.placeOf;

  expect(placeOf('spec.ports[0].port')).toEqual({ line: 10, column: 7 });
  expect(placeOf('metadata.annotations["a.b/c"]')).toEqual({ line: 7, column: 5 });
  expect(placeOf('spec.ports[0].targetPort')).toEqual({ line: 10, column: 7 });
  expect(placeOf('spec.ports[3].port')).toEqual({ line: 9, column: 3 });
  expect(placeOf('spec.selector.app')).toEqual({ line: 8, column: 1 });
});

test('anchors, aliases and merge keys are resolved', () => {
  const { manifests: [manifest] } = read('apiVersion: v1\nkind: X\nmetadata: {}\nbase: &base { a: 1 }\nspec:\n  <<: *base\n  b: 2\n');

  expect(manifest.spec).toEqual({ a: 1, b: 2 });
});

test('what is no object of Kubernetes is left out', () => {
  const { manifests, problems } = read('replicas: 3\n---\n- a\n---\njust text\n---\napiVersion: v1\nkind: X\n');

  expect(manifests).toHaveLength(1);
  expect(problems).toEqual([]);
});

test.each([
  ['broken YAML', 'a: [1\nb: 2\n', 'yaml-syntax', 2],
  ['a template that is not rendered', 'kind: X\n{{- if .Values.x }}\na: b: c\n{{ end }}\n', 'yaml-syntax', 2],
  ['a key twice', 'a: 1\nb: { c: 1, c: 2 }\n', 'yaml-duplicate-key', 2],
  ['aliases that grow without bound', `${'abcdefgh'.split('').map((name, index, all) => `${name}: &${name} [${index === 0 ? 'x' : Array(9).fill(`*${all[index - 1]}`).join(', ')}]`).join('\n')}\n`, 'yaml-limits', 0],
  ['deep nesting', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'yaml-limits', 0],
  ['a document longer than any object', `a: ${'x'.repeat(5 * 2 ** 20)}`, 'yaml-limits', 0],
])('%s is told with its line, and hides no other document', (_case, text, rule, line) => {
  const { manifests, problems } = read(`apiVersion: v1\nkind: First\n---\n${text}\n---\napiVersion: v1\nkind: Last\n`);

  expect(problems.map((problem) => [problem.rule, problem.line - 3])).toEqual([[rule, line]]);
  expect(manifests.map(({ kind }) => kind)).toEqual(['First', 'Last']);
});

test('lines that end as on Windows are read as others, with the same places', () => {
  const { manifests, origins, problems } = read('apiVersion: v1\r\nkind: First\r\nspec: {a: b}\r\n---\r\napiVersion: v1\r\nkind: Last\r\nspec: {a: b}\r\n---\r\n');

  expect(problems).toEqual([]);
  expect(manifests.map((manifest) => origins.get(manifest)!.placeOf('spec.a'))).toEqual([{ line: 3, column: 8 }, { line: 7, column: 8 }]);
});

test('a list of objects is told of, and read as its items with places of their own', () => {
  const { manifests, origins, problems } = read('# from a tool\n[\n  {"apiVersion": "v1", "kind": "Service", "spec": {"type": "x"}},\n  {"apiVersion": "v1", "kind": "ConfigMap"}\n]\n');

  expect(problems).toMatchObject([{ rule: 'yaml-list', line: 2, column: 1, message: 'the document is a list of objects' }]);
  expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'ConfigMap']);
  expect(origins.get(manifests[0])!.placeOf('spec.type')).toEqual({ line: 3, column: 52 });
});

test.each([
  ['events', '[{"deploy": {"image": "app:2"}}, "promote"]'],
  ['patches', '[{"op": "add", "path": "/spec/replicas", "value": 3}]'],
  ['a list of lists', '[[{"apiVersion": "v1", "kind": "Service"}]]'],
])('a list of something else is left out without a word: %s', (_case, text) => {
  expect(read(text)).toMatchObject({ manifests: [], problems: [] });
});

test('a template that is not rendered names no command that nobody called', () => {
  expect(read('{{- if .Values.x }}\na: b: c\n').problems[0].remedy).toBe('render the template first, as in `helm template . | cdk8s-rollouts … -`');
});
