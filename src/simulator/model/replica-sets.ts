import { ReplicaSet } from './state';
import { Hash } from './status';

export function available(set: ReplicaSet): number {
  return set.ready - set.pending.reduce((sum, { count }) => sum + count, 0);
}

export function sumOf(sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number {
  return sets.reduce((sum, set) => sum + count(set), 0);
}

export function byHash(sets: readonly ReplicaSet[], hash: Hash): ReplicaSet | undefined {
  return hash === 0 ? undefined : sets.find((set) => set.hash === hash);
}

export const size = (set: ReplicaSet): number => set.replicas;
export const created = (set: ReplicaSet): number => set.created;
export const ready = (set: ReplicaSet): number => set.ready;

/** Whether it is scaled up, and has all its pods. */
export function isAvailable(set: ReplicaSet): boolean {
  return set.replicas !== 0 && available(set) !== 0 && set.replicas <= available(set);
}
