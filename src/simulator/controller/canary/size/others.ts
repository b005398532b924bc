import { maxUnavailable } from './limits';
import { available, sumOf } from '../../../model/replica-sets';
import { isFullyPromoted } from '../../../model/status';
import { Pass, View } from '../../pass';
import { delayedSize, isReferenced, scale, Waiting } from '../../scaling';

/** Scales former ReplicaSets down, as far as enough pods stay available. Says whether one was scaled. */
export function scaleDownOthers(pass: Pass): boolean {
  const { allRSs, otherRSs, replicas, canary } = pass;
  const others = otherRSs.filter((set) => set.replicas > 0);
  if (others.length === 0) {
    return false;
  }
  const trimmed = others.map((set) => trim(pass, set));
  const total = trimmed.reduce((sum, { gone }) => sum + gone, 0);
  const surplus = sumOf(allRSs, available) - (replicas - maxUnavailable(canary, replicas));
  // Pods that were just trimmed leave the rest to the next pass, if there is no pod to spare.
  return (surplus <= 0 ? 0 : total + drain(pass, trimmed.map(({ set }) => set), surplus)) > 0;
}

/** Pods that are not available go at once. */
function trim(pass: Pass, set: View): { set: View; gone: number } {
  const count = available(set);
  if (set.replicas <= count) {
    return { set, gone: 0 };
  }
  scale(pass, set, count);
  return { set: { ...set, replicas: count }, gone: set.replicas - count };
}

function drain(pass: Pass, others: View[], surplus: number): number {
  const { isRouted } = pass.canary;
  const waiting: Waiting = { count: 0 };
  let left = surplus;
  for (const set of others.sort((one, other) => other.revision - one.revision)) {
    if (left <= 0 || set.replicas === 0 || (isRouted && isReferenced(pass, set))) {
      continue;
    }
    const size = isRouted ? routedSize(pass, set, waiting) : Math.max(0, set.replicas - left);
    if (size !== set.replicas) {
      scale(pass, set, size);
      left -= set.replicas - size;
    }
  }
  return surplus - left;
}

/** A former stable ReplicaSet waits for its deadline; a canary that another one has replaced goes. */
function routedSize(pass: Pass, set: View, waiting: Waiting): number {
  if (!isFullyPromoted(pass.status) && set.deadline === null) {
    return 0;
  }
  return pass.canary.dynamicStableScale ? 0 : delayedSize(pass, set, waiting, set.replicas);
}
