import { basicSizes, Sizes } from './basic-sizes';
import { canaryTarget, podsOf } from './desired-weight';
import { maxWeight } from '../../../model/release';
import { available, sumOf } from '../../../model/replica-sets';
import { TrafficWeights } from '../../../model/status';
import { Pass } from '../../pass';
import { replicaProgressThresholdMet } from '../../threshold';

/** The sizes that the current step wants. With `weights` no pods go that still carry traffic. */
export function desiredSizes(pass: Pass, weights: TrafficWeights | null): Sizes {
  return pass.release.canary!.trafficRouting ? routedSizes(pass, weights) : basicSizes(pass);
}

function routedSizes(pass: Pass, weights: TrafficWeights | null): Sizes {
  const { release, replicas, status } = pass;
  const max = maxWeight(release);
  const target = canaryTarget(pass);
  const canary = target.replicas ?? atLeastMinPods(pass, podsOf(target.weight, replicas, max));
  if (!release.canary!.dynamicStableScale) {
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
function atLeastMinPods({ release, replicas }: Pass, count: number): number {
  return count === 0 ? 0 : Math.max(count, Math.min(release.canary!.minPodsPerReplicaSet ?? 0, replicas));
}

/** Whether the pods of the current step are there. */
export function isAtDesiredSizes(pass: Pass, weights: TrafficWeights | null): boolean {
  const { release, newRS, stableRS, otherRSs } = pass;
  const desired = desiredSizes(pass, weights);
  const isRouted = release.canary!.trafficRouting !== undefined;
  const stableThere = stableRS !== undefined && stableRS.replicas === desired.stable && stableRS.created === desired.stable;
  return replicaProgressThresholdMet(release, newRS, desired.canary)
    && ((isRouted && release.canary!.dynamicStableScale === true) || stableThere)
    && (isRouted || sumOf(otherRSs, available) === 0);
}
