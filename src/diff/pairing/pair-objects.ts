import { assign } from './assign';
import { withoutNamespace } from './place';
import { Pair, Placed } from './side';

interface Candidates {
  old: Placed[];
  now: Placed[];
}

/**
 * Finds each object on the other side. Where one is there several times, as in the folders of several stages, the place decides: the
 * same file, the same folder, and then the environments that have most in common.
 */
export function pairObjects(old: readonly Placed[], now: readonly Placed[]): Pair[] {
  const pairs: Pair[] = [];
  const all = groups(old, now, ({ identity }) => identity);
  for (const candidates of all) {
    pairs.push(...take(candidates, { of: () => '', alone: true }));
    pairs.push(...take(candidates, { of: ({ file }) => file }));
    pairs.push(...take(candidates, { of: ({ folder }) => folder, alone: true }));
  }
  const before = assign(all);
  for (const candidates of all) {
    pairs.push(...take(candidates, { of: ({ environment }) => String(environment), ofNow: ({ environment }) => String(before.get(environment)) }));
    pairs.push(...take(candidates, { of: () => '' }));
  }
  const [oldLeft, nowLeft] = [all.flatMap((candidates) => candidates.old), all.flatMap((candidates) => candidates.now)];
  const left = groups(oldLeft, nowLeft, ({ identity }) => withoutNamespace(identity)[0]);
  // Without a namespace it is applied to whichever the command line says: it may well be the same object.
  const same = left.filter((candidates) => [...candidates.old, ...candidates.now].some(({ identity }) => withoutNamespace(identity)[1] === ''));
  same.forEach((candidates) => pairs.push(...take(candidates, { of: () => '', alone: true })));
  return [
    ...pairs,
    ...left.flatMap((candidates) => candidates.old.map((placed) => ({ old: placed }))),
    ...left.flatMap((candidates) => candidates.now.map((placed) => ({ now: placed }))),
  ];
}

function groups(old: readonly Placed[], now: readonly Placed[], keyOf: (placed: Placed) => string): Candidates[] {
  const result = new Map<string, Candidates>();
  const of = (placed: Placed) => {
    const key = keyOf(placed);
    const found = result.get(key) ?? { old: [], now: [] };
    result.set(key, found);
    return found;
  };
  old.forEach((placed) => of(placed).old.push(placed));
  now.forEach((placed) => of(placed).now.push(placed));
  return [...result.values()];
}

/** What two objects must have in common. */
interface Key {
  readonly of: (placed: Placed) => string;
  /** The same for the objects of the new side, where it is another. */
  readonly ofNow?: (placed: Placed) => string;
  /** Whether it counts only where each side has one object of it. */
  readonly alone?: boolean;
}

/** Takes those out that have the same key, one by one. */
function take(candidates: Candidates, { of, ofNow = of, alone = false }: Key): Pair[] {
  if (candidates.old.length === 0 || candidates.now.length === 0) {
    return [];
  }
  const [olds, nows] = [byKey(candidates.old, of), byKey(candidates.now, ofNow)];
  const pairs = [...olds].flatMap(([key, old]) => {
    const now = nows.get(key) ?? [];
    const fits = !alone || (old.length === 1 && now.length === 1);
    return fits ? old.slice(0, now.length).map((placed, index): Required<Pair> => ({ old: placed, now: now[index] })) : [];
  });
  const paired = new Set(pairs.flatMap((pair) => [pair.old, pair.now]));
  candidates.old = candidates.old.filter((placed) => !paired.has(placed));
  candidates.now = candidates.now.filter((placed) => !paired.has(placed));
  return pairs;
}

function byKey(list: Placed[], keyOf: (placed: Placed) => string): Map<string, Placed[]> {
  const result = new Map<string, Placed[]>();
  for (const placed of list) {
    const same = result.get(keyOf(placed));
    same ? same.push(placed) : result.set(keyOf(placed), [placed]);
  }
  return result;
}
