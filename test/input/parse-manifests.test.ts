import { parseManifests } from '../../src/input/parse-manifests';

const ONE = 'apiVersion: v1\nkind: Service\nmetadata: { name: one }\n';

test('reads the documents in their order, and no empty ones', () => {
  expect(parseManifests(`---\n${ONE}---\n---\n${ONE.replace('one', 'two')}`).map(({ metadata }) => metadata.name)).toEqual(['one', 'two']);
});

test('an empty text holds nothing', () => {
  expect(parseManifests('')).toEqual([]);
});

test('reads the items of a list one by one', () => {
  expect(parseManifests('{"apiVersion":"v1","kind":"List","items":[{"kind":"Service","metadata":{"name":"one"}}]}'))
    .toEqual([{ kind: 'Service', metadata: { name: 'one' } }]);
});

test('fails when the text is no YAML, with the line', () => {
  expect(() => parseManifests('kind: [Service\n')).toThrow(/line 2/);
});

test('fails when a document is no object of Kubernetes', () => {
  expect(() => parseManifests(`${ONE}---\njust: text\n`)).toThrow('document 2: no kind and metadata.name, so this is no object of Kubernetes');
});
