import { available, byHash } from './model/replica-sets';
import { ReplicaSet, Ripening, SimulatorState } from './model/state';

/** Makes and removes pods at once, as the ReplicaSets ask; new ones get ready at once too, unless they are held. */
export function runPods(state: SimulatorState, minReadySeconds: number): SimulatorState {
  return withSets(state, (set) => grow(ripen(shrink(set, set.replicas), state.now), state, minReadySeconds));
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
  return { ...set, created: replicas, ready, ripening: youngestGone(set.ripening, set.ready - ready) };
}

function youngestGone(ripening: readonly Ripening[], gone: number): Ripening[] {
  let left = gone;
  return [...ripening].reverse().map(({ count, at }) => {
    const taken = Math.min(count, left);
    left -= taken;
    return { count: count - taken, at };
  }).filter(({ count }) => count > 0).reverse();
}

function ripen(set: ReplicaSet, now: number): ReplicaSet {
  const ripening = set.ripening.filter(({ at }) => at > now);
  return ripening.length === set.ripening.length ? set : { ...set, ripening };
}

function grow(set: ReplicaSet, { held, now }: SimulatorState, minReadySeconds: number): ReplicaSet {
  const ready = held ? set.ready : set.replicas;
  if (set.created === set.replicas && set.ready === ready) {
    return set;
  }
  const added = ready - set.ready;
  const ripening = added > 0 && minReadySeconds > 0 ? [...set.ripening, { count: added, at: now + minReadySeconds * 1000 }] : set.ripening;
  return { ...set, created: set.replicas, ready, ripening };
}

/** When pods that are ready become available. */
export function ripeningTimes({ replicaSets }: SimulatorState): number[] {
  return replicaSets.filter((set) => available(set) < set.ready).flatMap(({ ripening }) => ripening.map(({ at }) => at));
}
