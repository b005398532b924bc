import { printable, printableText } from '../../src/report/printable';

test('what would steer a terminal is a space', () => {
  expect(printableText('a\u001b[31mb\u0007c\u009bd\re')).toBe('a [31mb c d e');
});

test('what would turn the order of letters is a space', () => {
  expect(printableText('app\u202egpj.exe')).toBe('app gpj.exe');
});

test('lines stay', () => {
  expect(printableText('a\nb')).toBe('a\nb');
});

test('texts anywhere in a model are made printable, and nothing else', () => {
  expect(printable({ name: 'a\u001bb', list: ['\u0000', 1, null, true] })).toEqual({ name: 'a b', list: [' ', 1, null, true] });
});
