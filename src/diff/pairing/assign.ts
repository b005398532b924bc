import { Placed } from './side';

interface Score {
  readonly old: number;
  readonly now: number;
  readonly points: number;
}

/** More than that is no folder of stages: the order of the files decides. */
const MOST_COMPARISONS = 2_000_000;

/** Which environment each of the new side was before, by the number of objects that both have; those that say the same count more. */
export function assign(candidates: ReadonlyArray<{ readonly old: readonly Placed[]; readonly now: readonly Placed[] }>): Map<number, number> {
  const points = new Map<string, Score>();
  let comparisons = 0;
  for (const { old, now } of candidates) {
    comparisons += old.length * now.length;
    if (comparisons > MOST_COMPARISONS) {
      break;
    }
    for (const one of old) {
      for (const other of now) {
        const key = `${one.environment} ${other.environment}`;
        const before = points.get(key)?.points ?? 0;
        points.set(key, { old: one.environment, now: other.environment, points: before + (one.json === other.json ? 3 : 1) });
      }
    }
  }
  return bestOf([...points.values()]);
}

function bestOf(scores: Score[]): Map<number, number> {
  const result = new Map<number, number>();
  const taken = new Set<number>();
  for (const { old, now } of scores.sort((a, b) => b.points - a.points)) {
    if (!result.has(now) && !taken.has(old)) {
      result.set(now, old);
      taken.add(old);
    }
  }
  return result;
}
