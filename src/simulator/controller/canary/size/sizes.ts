import { basicSizes, Sizes } from './basic-sizes';
import { canaryTarget, podsOf } from './desired-weight';
import { available, sumOf } from '../../../model/replica-sets';
import { TrafficWeights } from '../../../model/status';
import { Pass } from '../../pass';
import { replicaProgressThresholdMet } from '../../threshold';

/** The sizes that the current step wants. With `weights` no pods go that still carry traffic. */
export function desiredSizes(pass: Pass, weights: TrafficWeights | null): Sizes {
  return pass.canary.isRouted ? routedSizes(pass, weights) : basicSizes(pass);
}

function routedSizes(pass: Pass, weights: TrafficWeights | null): Sizes {
  const { canary: strategy, replicas, status } = pass;
  const max = strategy.maxTrafficWeight;
  const target = canaryTarget(pass);
  const canary = target.replicas ?? atLeastMinPods(pass, podsOf(target.weight, replicas, max));
  if (!strategy.dynamicStableScale) {
    return { canary, stable: replicas };
  }
  const stable = podsOf(max - target.weight, replicas, max);
  const carrying = (weight: number | undefined) => weight === undefined ? 0 : podsOf(weight, replicas, max);
  return {
    canary: atLeastMinPods(pass, status.abort ? Math.max(canary, carrying(weights?.canary.weight)) : canary),
    stable: atLeastMinPods(pass, Math.max(stable, carrying(weights?.stable.weight))),
  };
}

/** `minPodsPerReplicaSet` holds for every ReplicaSet with pods. */
function atLeastMinPods({ canary, replicas }: Pass, count: number): number {
  return count === 0 ? 0 : Math.max(count, Math.min(canary.minPodsPerReplicaSet ?? 0, replicas));
}

/** Whether the pods of the current step are there. */
export function isAtDesiredSizes(pass: Pass, weights: TrafficWeights | null): boolean {
  const { canary, newRS, stableRS, otherRSs } = pass;
  const desired = desiredSizes(pass, weights);
  const { isRouted } = canary;
  const stableThere = stableRS !== undefined && stableRS.replicas === desired.stable && stableRS.created === desired.stable;
  return replicaProgressThresholdMet(canary, newRS, desired.canary)
    && ((isRouted && canary.dynamicStableScale) || stableThere)
    && (isRouted || sumOf(otherRSs, available) === 0);
}
