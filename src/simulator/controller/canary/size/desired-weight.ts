import { actionOf } from '../../../../model/release/steps';
import { available } from '../../../model/replica-sets';
import { isFullyPromoted } from '../../../model/status';
import { Pass } from '../../pass';
import { activeCanaryScale, currentSetWeight } from '../steps';

/** What the size of the canary comes from: a number of pods, or a share of them. */
export interface CanaryTarget {
  readonly replicas?: number;
  readonly weight: number;
}

export function canaryTarget(pass: Pass): CanaryTarget {
  const { release, status, canary } = pass;
  if (status.promoteFull || status.stableRS === 0 || isFullyPromoted(status)) {
    return { weight: canary.maxTrafficWeight };
  }
  const scale = activeCanaryScale(release, status);
  if (scale?.replicas !== undefined) {
    return { replicas: scale.replicas, weight: 0 };
  }
  return { weight: scale?.weight ?? desiredCanaryWeight(pass) };
}

/** The current weight; with `dynamicStableScale` an abort goes back through the steps, as fast as stable pods come. */
export function desiredCanaryWeight({ release, canary, status, newRS, stableRS, replicas }: Pass): number {
  if (!status.abort || !canary.dynamicStableScale || !stableRS) {
    return currentSetWeight(release, status);
  }
  const pods = Math.max(replicas - available(stableRS), available(newRS));
  const isBelow = (weight: number | undefined) => weight !== undefined && podsOf(weight, replicas, canary.maxTrafficWeight) < pods;
  return [...canary.steps].reverse().map((step) => actionOf(step, 'setWeight')?.weight).find(isBelow) ?? 0;
}

/** The pods that carry a weight, rounded up. */
export function podsOf(weight: number, replicas: number, max: number): number {
  return Math.ceil(weight * replicas / max);
}
