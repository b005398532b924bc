import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';

const GOLDEN_FOLDER = join(__dirname, '../../test/golden');
const GOLDEN = readdirSync(GOLDEN_FOLDER).filter((file) => file.endsWith('.yaml')).map((file) => readFileSync(join(GOLDEN_FOLDER, file), 'utf8'));

/** What decoders disagree about, or may. */
const TOKENS = [
  '\uFEFF', '\r', '\r\n', '\n', '\u0085', '\u2028', '\u2029', '\0', '\u0007', '\t', ' ', '  ',
  '---\n', '\n---\n', '\n--- # x\n', '\n---#x\n', '\n---text\n', '\n--- {a: b}\n', '\n...\n', '\n--- |\n', '%YAML 1.1\n---\n', '%TAG ! tag:x,2000:\n---\n',
  '!!binary Um9sbG91dA==', '!!binary a2luZA==', '!!str ', '!!int ', '!!float ', '!!bool ', '!!null ', '!!set ', '!!omap ', '!!timestamp ', '! ', '!x ', '!<tag:yaml.org,2002:binary> ',
  '&a ', '*a', '*a : ', '&b ', '*b', '<<: *a\n', '<<: [*a, *b]\n', '<<: {kind: Rollout}\n', '"<<": 1\n', '? ', ': ', '- ', '[', ']', '{', '}', ', ',
  'kind: Rollout\n', 'apiVersion: v1\n', 'Kind: Rollout\n', 'items:\n', '- kind: Rollout\n', '"kind"', '\'kind\'', 'key: |\n  ', 'key: >-\n  ', '# comment', '"', '\'', '\\', '#',
];

/** Plain values, each of which is what some reader takes it for. */
const VALUES = [
  'yes', 'No', 'on', 'OFF', 'y', 'nO', '~', 'null', 'NULL', 'nUll', '010', '0o17', '0x1F', '0b11', '1_000', '_1', '08', '-0', '+12', '.5', '5.', '1e3', '1e400', '.inf', '-.INF', '.nan', '1:30',
  '2001-01-01', '2001-1-1 1:2:3', '9007199254740993', '18446744073709551615', '18446744073709551616', '1.10', '1e7', '0.00001', '=', '<<', '"\\u0041\\/"', '\'it\'\'s\'', 'a b', '', '!!int "3"',
  '!!float 3', '!!bool x', '!!str 1', '! 1', '! "1"',
];

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TOKENS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
);

/** An object with odd keys and values. */
const objects = fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES), fc.constantFrom('', '&a ', '!!map ', '!x ')).map(([key, value, properties]) => (
  `apiVersion: v1\nkind: Rollout\nmetadata: ${properties}{ name: app }\nspec:\n  ${key}: x\n  a: ${value}\n  b: [${value === '' ? 'c' : value}]\n`
));

const MARKS = ['---\n', '---\r\n', '--- # x\n', '---#x\n', '---\n\uFEFF', '', '...\n', '\u2028---\u2028', '\r---\r'];

/** Two objects around something. */
const beside = fc.tuple(objects, fc.constantFrom(...MARKS), fc.array(pieces, { maxLength: 2 }), objects).map(([one, mark, between, other]) => (
  `${one}${mark}${between.join('')}${other}`
));

/** Objects of real releases with cuts, and with pieces in places where they may mean something. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(3), pieces), { minLength: 1, maxLength: 3 });
const changed = fc.tuple(fc.constantFrom(...GOLDEN), changes).map(([text, all]) => (
  all.reduce((before, [where, cut, piece]) => {
    const lines = before.split('\n');
    const line = where % lines.length;
    const column = lines.slice(0, line).join('\n').length + (where % 3 === 0 ? 1 + (where % 40) : 1);
    return before.slice(0, column) + piece + before.slice(column + cut);
  }, text.split('\n---\n').slice(0, 2).join('\n---\n'))
));

const lines = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));
const json = fc.tuple(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('', '\n---\n', '\n--- # x\n')).map(([value, between]) => (
  `{"apiVersion":"v1","kind":"Rollout","spec":${JSON.stringify(value)}}${between}{"apiVersion":"v1","kind":"Rollout"}`
));

/** In which ways a text may be written as bytes. */
const ENCODINGS: Array<(text: string) => Buffer> = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => Buffer.concat([Buffer.from([0xFE, 0xFF]), Buffer.from(text, 'utf16le').swap16()]),
  (text) => Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(text, 'utf16le'), Buffer.from([0])]),
  (text) => Buffer.concat([Buffer.from('apiVersion: v1\nkind: First\n---\n'), Buffer.from([0xFE, 0xFF]), Buffer.from(text, 'utf16le').swap16()]),
  (text) => Buffer.from(`apiVersion: v1\nkind: First\n---\n\uFEFF${text}`),
  (text) => Buffer.from(text, 'latin1'),
];

/** Texts as bytes that a stranger may put into a manifest. */
export const texts: fc.Arbitrary<Buffer> = fc.tuple(
  fc.oneof({ weight: 2, arbitrary: changed }, { weight: 3, arbitrary: beside }, { weight: 1, arbitrary: lines }, { weight: 1, arbitrary: json }),
  fc.oneof({ weight: 3, arbitrary: fc.constant(ENCODINGS[0]) }, { weight: 1, arbitrary: fc.constantFrom(...ENCODINGS) }),
).map(([text, encode]) => encode(text));
