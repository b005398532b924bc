import { maxWeight } from '../../../model/release';
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
  const { release, status } = pass;
  if (status.promoteFull || status.stableRS === 0 || isFullyPromoted(status)) {
    return { weight: maxWeight(release) };
  }
  const scale = activeCanaryScale(release, status);
  if (scale?.replicas !== undefined) {
    return { replicas: scale.replicas, weight: 0 };
  }
  return { weight: scale?.weight ?? desiredCanaryWeight(pass) };
}

/** The current weight; with `dynamicStableScale` an abort goes back through the steps, as fast as stable pods come. */
export function desiredCanaryWeight({ release, status, newRS, stableRS, replicas }: Pass): number {
  if (!status.abort || !release.canary!.dynamicStableScale || !stableRS) {
    return currentSetWeight(release, status);
  }
  const pods = Math.max(replicas - available(stableRS), available(newRS));
  const isBelow = (weight: number | undefined) => weight !== undefined && podsOf(weight, replicas, maxWeight(release)) < pods;
  return [...release.steps].reverse().find(({ setWeight }) => isBelow(setWeight))?.setWeight ?? 0;
}

/** The pods that carry a weight, rounded up. */
export function podsOf(weight: number, replicas: number, max: number): number {
  return Math.ceil(weight * replicas / max);
}
