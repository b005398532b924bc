import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { lintInput } from '../../src/cli/lint-input';
import { readManifests } from '../../src/input/read-manifests';
import { evaluate } from '../../src/validation/evaluate';
import { RULES } from '../../src/validation/rules';
import { complete } from '../validation/complete';

const GOLDEN = readdirSync(join(__dirname, '../golden')).filter((file) => file.endsWith('.yaml')).map((file) => readFileSync(join(__dirname, '../golden', file), 'utf8'));

const lint = (text: string) => lintInput(readManifests([{ file: 'x', text }]), {});

/** Text that looks like YAML here and there. */
const yamlish = fc.array(fc.oneof(
  fc.constantFrom('---', 'a:', '- ', '  ', '\n', '{', '}', '[', ']', '&a ', '*a', '<<: ', '|', '>', '"', '\'', '#', '%YAML 1.2\n', '\t', '\r\n', '!!', '? ', ': ', '\uFEFF', '\0'),
  fc.constantFrom('apiVersion: argoproj.io/v1alpha1\n', 'kind: Rollout\n', 'kind: List\n', 'items:\n', 'metadata: {name: x}\n', 'spec:\n', '__proto__: {}\n', 'constructor: 1\n'),
  fc.string({ maxLength: 8 }),
), { maxLength: 60 }).map((parts) => parts.join(''));

test('random text is read and judged without a crash', () => {
  fc.assert(fc.property(yamlish, (text) => {
    expect(Array.isArray(lint(text))).toBe(true);
  }), { numRuns: 1_500 });
});

test('manifests with random cuts and changes of text are read and judged without a crash', () => {
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 10 })), { minLength: 1, maxLength: 4 });

  fc.assert(fc.property(fc.constantFrom(...GOLDEN), cuts, (golden, changes) => {
    const text = changes.reduce((before, [where, length, instead]) => {
      const start = where % before.length;
      return before.slice(0, start) + instead + before.slice(start + length);
    }, golden);
    expect(Array.isArray(lint(text))).toBe(true);
  }), { numRuns: 300 });
});

test('objects with anything anywhere are judged without a crash, and no prototype is changed', () => {
  const bases = RULES.map(({ example }) => complete(example.good));
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, [null], [[]], 1e308, { toString: 2 }, { __proto__: null }, JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {}}}')));

  fc.assert(fc.property(fc.constantFrom(...bases), fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 4 }), (base, changes) => {
    const set = structuredClone(base);
    changes.forEach(([where, value]) => put(set, where, structuredClone(value)));
    expect(Array.isArray(evaluate(set))).toBe(true);
  }), { numRuns: Number(process.env.FC_RUNS ?? 3_000) });
  expect(({} as any).polluted).toBeUndefined();
});

function put(root: unknown, where: number, value: unknown): void {
  const places: Array<[any, string]> = [];
  const visit = (node: any) => Object.keys(node).forEach((key) => {
    places.push([node, key]);
    if (typeof node[key] === 'object' && node[key] !== null) {
      visit(node[key]);
    }
  });
  visit(root);
  if (places.length > 0) {
    const [parent, key] = places[where % places.length];
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  }
}
