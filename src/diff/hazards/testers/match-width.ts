import { Condition, RouteMatch, Subject } from '../../../model/routing/route';

/** Conditions that may hold together with any other of their subject. */
const NOT_COMPARABLE: readonly Subject[] = ['withoutHeader', 'gateway', 'sni', 'destinationSubnet', 'other'];

/** What a match asks of a request, by what it looks at. */
type Conditions = ReadonlyMap<string, Condition>;

/**
 * Whether matches of a route let requests in that they did not before, and keep those that they let in; only where that is sure.
 * `all` where they let every request in.
 *
 * @param bySegment whether a prefix of a path takes whole segments alone
 */
export function widened(old: readonly RouteMatch[], now: readonly RouteMatch[], bySegment: boolean): 'all' | 'more' | undefined {
  const [before, after] = [old, now].map((matches) => conditionsIn(matches, bySegment));
  const keeps = (match: Conditions) => before.some((other) => isWithin(other, match))
    || before.every((other) => after.some((kept) => kept !== match && isWithin(other, kept)));
  const wider = after.filter((match) => before.every((other) => escapes(match, other)) && keeps(match));
  return wider.length === 0 ? undefined : wider.some(({ size }) => size === 0) ? 'all' : 'more';
}

/** Any of the matches suffices; without any, or with one that asks for nothing, all requests do. */
function conditionsIn(matches: readonly RouteMatch[], bySegment: boolean): Conditions[] {
  return matches.length === 0 ? [new Map()] : matches.map(({ conditions }) => (
    new Map(conditions.map((condition) => [`${condition.subject} ${condition.name ?? ''}`, bySegment ? withSlash(condition) : condition]))
  ));
}

/** With a slash behind each path a prefix takes whole segments alone. */
function withSlash(condition: Condition): Condition {
  const isPath = condition.subject === 'path' && (condition.operator === 'prefix' || condition.operator === 'exact');
  return isPath ? { ...condition, values: condition.values.map((value) => `${value.replace(/\/+$/, '')}/`) } : condition;
}

/** Whether each request of the first is surely one of the second. */
function isWithin(narrow: Conditions, wide: Conditions): boolean {
  return [...wide].every(([key, condition]) => narrow.has(key) && isConditionWithin(narrow.get(key)!, condition));
}

/** Whether a request of the first is surely none of the second. */
function escapes(match: Conditions, other: Conditions): boolean {
  return [...other].some(([key, condition]) => {
    const own = match.get(key);
    return !own || (isComparable(own, condition) && !isConditionWithin(own, condition));
  });
}

function isConditionWithin(narrow: Condition, wide: Condition): boolean {
  const isPresence = wide.operator === 'present' && (wide.subject === 'header' || wide.subject === 'query');
  const [[start = ''], [prefix]] = [narrow.values, wide.values];
  const isLonger = wide.operator === 'prefix' && wide.ignoresCase === narrow.ignoresCase
    && (narrow.operator === 'exact' || narrow.operator === 'prefix') && start !== '' && start.startsWith(prefix);
  return isPresence || isLonger || isSame(narrow, wide);
}

function isComparable(one: Condition, other: Condition): boolean {
  const isPattern = [one, other].some(({ operator }) => operator === 'regex' || operator === 'pattern');
  return !isPattern && !NOT_COMPARABLE.includes(one.subject) && one.ignoresCase === other.ignoresCase;
}

function isSame(one: Condition, other: Condition): boolean {
  return one.operator === other.operator && one.ignoresCase === other.ignoresCase && JSON.stringify(one.values) === JSON.stringify(other.values);
}
