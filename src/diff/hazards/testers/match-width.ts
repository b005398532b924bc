import { Manifest } from '../../../core/manifest';
import { isRecord, list, record, text } from '../../../core/read';

/** What a match of a VirtualService asks of a request, by what it looks at. */
type Conditions = ReadonlyMap<string, unknown>;

const MAPS = ['headers', 'queryParams', 'withoutHeaders', 'sourceLabels'];
const NO_CONDITION = ['name', 'statPrefix', 'ignoreUriCase'];

/**
 * Whether matches of a route let requests in that they did not before, and keep those that they let in; only where that is sure.
 * `all` where they let every request in.
 */
export function widened(old: unknown, now: unknown): 'all' | 'more' | undefined {
  const [before, after] = [old, now].map(conditionsIn);
  const isWider = (match: Conditions) => before.every((other) => escapes(match, other)) && (
    before.some((other) => isWithin(other, match)) || before.every((other) => after.some((kept) => kept !== match && isWithin(other, kept)))
  );
  const wider = after.filter(isWider);
  return wider.length === 0 ? undefined : wider.some(({ size }) => size === 0) ? 'all' : 'more';
}

/** Any of the matches suffices; without any, or with one that asks for nothing, all requests do. */
function conditionsIn(matches: unknown): Conditions[] {
  const conditions = list(matches).filter(isRecord).map(conditionsOf);
  return conditions.length === 0 ? [new Map()] : conditions;
}

function conditionsOf(match: Manifest): Conditions {
  const entries = Object.entries(match).filter(([key]) => !NO_CONDITION.includes(key)).flatMap(([key, value]): Array<[string, unknown]> => (
    MAPS.includes(key) ? Object.entries(record(value)).map(([name, own]) => [`${key} ${name}`, own ?? {}]) : [[key, value]]
  ));
  const isCaseIgnored = match.ignoreUriCase === true;
  return new Map(entries.filter(([key, value]) => key !== 'uri' || record(value).prefix !== '/').map(([key, value]) => (
    [key, key === 'uri' && isCaseIgnored ? { ...record(value), isCaseIgnored } : value]
  )));
}

/** Whether each request of the first is surely one of the second. */
function isWithin(narrow: Conditions, wide: Conditions): boolean {
  return [...wide].every(([key, value]) => narrow.has(key) && isValueWithin(key, narrow.get(key), value));
}

/** Whether a request of the first is surely none of the second. */
function escapes(match: Conditions, other: Conditions): boolean {
  return [...other].some(([key, value]) => {
    const own = match.get(key);
    return !match.has(key) || (isComparable(key, own, value) && !isValueWithin(key, own, value));
  });
}

function isValueWithin(key: string, narrow: unknown, wide: unknown): boolean {
  const { prefix, isCaseIgnored } = record(wide);
  const start = text(record(narrow).exact) || text(record(narrow).prefix);
  const isPresence = /^(headers|queryParams) /.test(key) && isRecord(wide) && Object.keys(wide).length === 0;
  const isLonger = typeof prefix === 'string' && isCaseIgnored === record(narrow).isCaseIgnored && start.startsWith(prefix) && start !== '';
  return isPresence || isLonger || JSON.stringify(narrow) === JSON.stringify(wide);
}

function isComparable(key: string, one: unknown, other: unknown): boolean {
  const [a, b] = [record(one), record(other)];
  return !Array.isArray(one) && !Array.isArray(other) && !key.startsWith('withoutHeaders ')
    && a.regex === undefined && b.regex === undefined && a.isCaseIgnored === b.isCaseIgnored;
}
