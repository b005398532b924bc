import { available, byHash } from './model/replica-sets';
import { ReplicaSet, PendingPods, SimulatorState } from './model/state';

/** Makes and removes pods at once, as the ReplicaSets ask; new ones get ready at once too, unless they are held. */
export function runPods(state: SimulatorState, minReadySeconds: number): SimulatorState {
  return withSets(state, (set) => grow(makeAvailable(shrink(set, set.replicas), state.now), state, minReadySeconds));
}

/** Removes the pods that were too many a pass ago already; they are gone even if they are wanted again by now. */
export function removePods(state: SimulatorState, before: SimulatorState): SimulatorState {
  return withSets(state, (set) => shrink(set, byHash(before.replicaSets, set.hash)?.replicas ?? set.replicas));
}

function withSets(state: SimulatorState, change: (set: ReplicaSet) => ReplicaSet): SimulatorState {
  const replicaSets = state.replicaSets.map(change);
  return replicaSets.every((set, index) => set === state.replicaSets[index]) ? state : { ...state, replicaSets };
}

/** The first pods to go are not ready, the next are the youngest. */
function shrink(set: ReplicaSet, replicas: number): ReplicaSet {
  if (set.created <= replicas) {
    return set;
  }
  const ready = Math.min(set.ready, replicas);
  return { ...set, created: replicas, ready, pending: youngestGone(set.pending, set.ready - ready) };
}

function youngestGone(pending: readonly PendingPods[], gone: number): PendingPods[] {
  let left = gone;
  return [...pending].reverse().map(({ count, at }) => {
    const taken = Math.min(count, left);
    left -= taken;
    return { count: count - taken, at };
  }).filter(({ count }) => count > 0).reverse();
}

function makeAvailable(set: ReplicaSet, now: number): ReplicaSet {
  const pending = set.pending.filter(({ at }) => at > now);
  return pending.length === set.pending.length ? set : { ...set, pending };
}

function grow(set: ReplicaSet, { held, now }: SimulatorState, minReadySeconds: number): ReplicaSet {
  const ready = held ? set.ready : set.replicas;
  if (set.created === set.replicas && set.ready === ready) {
    return set;
  }
  const added = ready - set.ready;
  const pending = added > 0 && minReadySeconds > 0 ? [...set.pending, { count: added, at: now + minReadySeconds * 1000 }] : set.pending;
  return { ...set, created: set.replicas, ready, pending };
}

/** When pods that are ready become available. */
export function availabilityTimes({ replicaSets }: SimulatorState): number[] {
  return replicaSets.filter((set) => available(set) < set.ready).flatMap(({ pending }) => pending.map(({ at }) => at));
}
