import { ITEM } from './field-path';
import { isRecord } from '../../core/read';

/** Two values between which items of lists stand under the same keys. */
export type Aligned = [old: unknown, now: unknown];

/** A list that is told of as a whole. */
export class Whole {
  public constructor(public readonly list: unknown) {}
}

/** A list of the same names in another order. */
export interface Move {
  readonly path: string[];
  readonly old: string[];
  readonly now: string[];
}

/** What is known on the way down. */
export interface Alignment {
  /** Whether the order of every list counts, as it does in pod templates. */
  readonly ordered: boolean;
  readonly moves: Move[];
}

/** Where the first that fits wins, or one comes after the other. */
const ORDER_COUNTS = new Set(['http', 'tls', 'tcp', 'initContainers', 'steps']);

/** The order of these says nothing. */
const SETS = new Set(['hosts', 'gateways', 'exportTo', 'sniHosts']);

/** Told of as a whole: an index says nothing to a reader. */
const WHOLE = new Set(['steps']);

/** What tells the items of a list apart, where all have it and no two the same. */
const NAMES = ['name', 'mountPath', 'host'];

/** Lists as maps: by the names of their items, or by their places once what both have at either end is left out. */
export function align(old: unknown, now: unknown, alignment: Alignment, path: string[] = []): Aligned {
  if (Array.isArray(old) && Array.isArray(now)) {
    return alignLists(old, now, alignment, path);
  }
  if (!isRecord(old) || !isRecord(now)) {
    return [old, now];
  }
  return alignRecords(old, now, alignment, path);
}

function alignRecords(old: Record<string, unknown>, now: Record<string, unknown>, alignment: Alignment, path: string[]): Aligned {
  const [one, other] = [{ ...old }, { ...now }].map((copy) => Object.assign(Object.create(null), copy) as Record<string, unknown>);
  for (const key of Object.keys(one)) {
    if (key in other) {
      [one[key], other[key]] = align(one[key], other[key], alignment, [...path, key]);
    }
  }
  return [one, other];
}

function alignLists(old: unknown[], now: unknown[], alignment: Alignment, path: string[]): Aligned {
  const key = path[path.length - 1];
  const name = NAMES.find((candidate) => isNamed(old, candidate) && isNamed(now, candidate));
  if (name !== undefined) {
    const [one, other] = [old, now].map((list) => byName(list as Array<Record<string, string>>, name));
    if (alignment.ordered || ORDER_COUNTS.has(key)) {
      tellMove(Object.keys(one), Object.keys(other), alignment, path);
    }
    return alignRecords(one, other, alignment, path);
  }
  if (WHOLE.has(key) || ![...old, ...now].some(isRecord)) {
    return same(old, now) || (SETS.has(key) && !alignment.ordered && same(sorted(old), sorted(now))) ? [old, old] : [old, new Whole(now)];
  }
  return alignPlaces(old, now, alignment, path);
}

function alignPlaces(old: unknown[], now: unknown[], alignment: Alignment, path: string[]): Aligned {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && same(old[start], now[start])) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && same(old[old.length - 1 - end], now[now.length - 1 - end])) {
    end += 1;
  }
  const middle = (list: unknown[]) => Object.assign(Object.create(null), Object.fromEntries(
    list.slice(start, list.length - end).map((item, index) => [`${ITEM}${start + index}`, item]),
  )) as Record<string, unknown>;
  return alignRecords(middle(old), middle(now), alignment, path);
}

function tellMove(one: string[], other: string[], { moves }: Alignment, path: string[]): void {
  const [inOld, inNew] = [new Set(one), new Set(other)];
  const [old, now] = [one.filter((name) => inNew.has(name)), other.filter((name) => inOld.has(name))];
  if (!same(old, now)) {
    moves.push({ path, old: old.map(plainName), now: now.map(plainName) });
  }
}

const plainName = (name: string) => name.slice(ITEM.length);

function isNamed(list: unknown[], name: string): boolean {
  return list.length > 0 && list.every((item) => isRecord(item) && typeof item[name] === 'string')
    && new Set(list.map((item) => (item as Record<string, string>)[name])).size === list.length;
}

function byName(list: Array<Record<string, string>>, name: string): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>;
  list.forEach((item) => {
    result[ITEM + item[name]] = item;
  });
  return result;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item)).sort();
