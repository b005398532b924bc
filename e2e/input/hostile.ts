import * as fc from 'fast-check';
import { ManifestDiff } from '../../src/diff/manifest-diff';
import { ReleaseForecast, Unforeseeable } from '../../src/forecast/release-forecast';
import { Finding } from '../../src/validation/finding';
import { canary } from '../../test/report/page/scenarios';

const PIECES = [
  '`', '``', '```', '~~~', '|', '\\', '\\|', '*', '**', '_', '~~', '[', ']', '(', ')', '[x](//evil.test)', '![x](//evil.test/y.png)', '<', '>', '<b>', '</b>', '<img src=x onerror=y>', '<!--', '-->', '</details>',
  '<details>', '</summary>', '<script>', '</script>', '<a href=//evil.test>', '&', '&lt;', '&#64;', '&commat;', '@team', 'a@evil.test', 'mailto:a@evil.test', 'xmpp:a@evil.test/b', 'http://evil.test', 'https://evil.test',
  'ftp://evil.test', 'www.evil.test', 'WWW.evil.test', 'www.', '://', '#12', 'GH-12', 'org/repo#1', '# ', '- ', '1. ', '> ', '+ ', '= ', '---', '===', ':-:', '$x$', '$$', ':tada:', '[^1]', '[ ]', '\n', '\n\n', '\r\n', '\t',
  ' ', '    ', '\u200b', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u001b[31m', '\u001b[201~', '\u0003', '\u009b31m', '\u0000', '\u2028', '::error::x', '::set-output name=a::b', '##[add-mask]x', '##vso[task.complete]',
  '"', '\'', '%0A', 'a', 'app', 'x'.repeat(120), '\ud800', '\u{e0041}', 'é', '中',
];

/** Names that a stranger may write. */
export const names: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.nat(400)).map(([piece, count]) => piece.repeat(count).slice(0, 3_000)) },
).filter((name) => /[^\s`]/.test(name));

/** Words of our own, by which reports decide. */
const OURS = ['strategy', 'kind', 'audience', 'from', 'entrance', 'id', 'phase', 'what', 'command', 'until'];

/** A forecast all of whose texts from manifests are the same. */
export function forecastOf(name: string): ReleaseForecast {
  return JSON.parse(JSON.stringify(canary()), (key, value: unknown) => typeof value === 'string' && !OURS.includes(key) ? name : value);
}

export function unforeseeableOf(name: string): Unforeseeable {
  return { name, namespace: name, problem: name, file: name };
}

/** A comparison all of whose texts, and keys, are the same. */
export function diffOf(name: string): ManifestDiff {
  const change = { path: name, of: name, change: 'changed', old: name, new: { [name]: name }, effect: name } as const;
  const steps = { path: 'spec.strategy.canary.steps', change: 'changed', old: [{ setWeight: 1 }, { [name]: name }], new: [{ setWeight: 2 }, { [name]: 1 }] } as const;
  const object = { kind: name, name, namespace: name, deployment: name, change: 'changed', fields: [change], effect: name } as const;
  const rollout = {
    name,
    namespace: name,
    deployment: name,
    change: 'changed',
    release: 'starts',
    images: [{ container: name, old: name, new: `${name}@${name}` }],
    why: [change],
    atOnce: [change],
    plan: [change, steps],
    other: [change],
    forecast: forecastOf(name),
  } as const;
  const unforeseeable = Array.from({ length: 5 }, () => ({ ...rollout, forecast: unforeseeableOf(name) }));
  return { unchanged: 0, hazards: [findingOf(name)], objects: [object], rollouts: [rollout, ...unforeseeable] };
}

/** A finding all of whose texts are the same. */
export function findingOf(name: string): Finding {
  return { rule: 'object-once', severity: 'error', kind: name, namespace: name, name, path: name, value: name, message: name, remedy: name, file: name, line: 1, column: 1 } as Finding;
}
