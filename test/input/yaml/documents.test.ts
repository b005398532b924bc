import { splitDocuments } from '../../../src/input/yaml/documents';

test.each<[string, string, Array<[string, number]>]>([
  ['one document without a mark', 'a: 1\n', [['a: 1\n', 0]]],
  ['two documents', 'a: 1\n---\nb: 2', [['a: 1', 0], ['---\nb: 2', 1]]],
  ['a mark first', '---\na: 1', [['---\na: 1', 0]]],
  ['empty documents and comments', '---\n# nothing\n---\n\n---\na: 1\n...\n', [['---\na: 1\n...\n', 4]]],
  ['a byte order mark', '\uFEFFa: 1', [['a: 1', 0]]],
  ['directives', '%YAML 1.2\n---\na: 1\n---\nb: 2', [['%YAML 1.2\n---\na: 1', 0], ['---\nb: 2', 3]]],
  ['nothing', '', []],
  ['three dashes within a line', 'a: x---y', [['a: x---y', 0]]],
])('%s is split at its marks', (_case, text, expected) => {
  expect(splitDocuments(text).map((chunk) => [chunk.text, chunk.line])).toEqual(expected);
});

test('CRLF lines are split as others', () => {
  expect(splitDocuments('a: 1\r\n---\r\nb: 2\r\n').map(({ line }) => line)).toEqual([0, 1]);
});
