import { jsonText } from '../../src/report/json';
import { printable, printableText, withoutCommands } from '../../src/report/printable';

test.each([
  ['what would steer a terminal', 'a\u001b[31mb\u0007c\u009bd\re', 'a<U+001B>[31mb<U+0007>c<U+009B>d<U+000D>e'],
  ['what would turn the order of letters', 'app\u202egpj.exe', 'app<U+202E>gpj.exe'],
  ['what has no width', 'ap\u200bp\ufeff\u00ad', 'ap<U+200B>p<U+FEFF><U+00AD>'],
  ['what hides as a tag', 'app\u{e0041}', 'app<U+E0041>'],
  ['half of a character', 'app\ud800', 'app<U+D800>'],
  ['the end of a line', 'a\nb\r\nc\u2028d', 'a↵b↵c<U+2028>d'],
  ['a command of a CI system', 'a ##[add-mask]b ##vso[task.complete]c ## [d]', 'a # #[add-mask]b # #vso[task.complete]c ## [d]'],
])('%s is made visible', (_case, text, expected) => {
  expect(printableText(text)).toBe(expected);
});

test('texts and keys anywhere in a model are made visible, and nothing else', () => {
  expect(printable({ 'name\u001b': 'a\u001bb', 'list': ['\u0000', 1, null, true] })).toEqual({ 'name<U+001B>': 'a<U+001B>b', 'list': ['<U+0000>', 1, null, true] });
});

test('a model that needs no change stays the same, and what is shared stays shared', () => {
  const plain = { list: ['a', { b: 'ä 中 🚀' }] };
  const shared = { text: '\u001b' };

  expect(printable(plain)).toBe(plain);
  const { one, two } = printable({ one: shared, two: [shared] });
  expect(two[0]).toBe(one);
});

test('no line of a report begins as a command of a workflow', () => {
  expect(withoutCommands('a\n::error::b\n  \u001b[31m::set-output c\nd ::e')).toBe('a\n: :error::b\n  \u001b[31m: :set-output c\nd ::e');
});

test('JSON is the same value, and shows what it holds', () => {
  const value = { 'a\u202e': 'b\u200b\u009b\u{e0041}##[c]' };

  expect(JSON.parse(jsonText(value))).toEqual(value);
  expect(jsonText(value)).toBe('{\n  "a\\u202e": "b\\u200b\\u009b\\udb40\\udc41\\u0023#[c]"\n}\n');
});
