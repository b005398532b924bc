import { desiredCanaryWeight } from './size/desired-weight';
import { isAtDesiredSizes } from './size/sizes';
import { currentIndex, currentSetWeight, lastAction } from './steps';
import { available } from '../../model/replica-sets';
import { Hash, isFullyPromoted } from '../../model/status';
import { Pass } from '../pass';

/** What the traffic should be in this pass. */
export interface Traffic {
  readonly weight: number;
  /** The pods that the canary's share goes to. */
  readonly canaryHash: Hash;
  readonly removesManagedRoutes: boolean;
  readonly withExperiments: boolean;
  readonly resetsCanaryService: boolean;
}

export function desiredTraffic(pass: Pass): Traffic {
  const { newRS, status, pause, canary } = pass;
  const traffic = {
    weight: 0, canaryHash: newRS.hash, removesManagedRoutes: true, withExperiments: false, resetsCanaryService: false,
  };
  const rollingBackFrom = dynamicRollback(pass);
  if (rollingBackFrom !== undefined) {
    return { ...traffic, weight: returningWeight(pass), canaryHash: rollingBackFrom, removesManagedRoutes: false };
  }
  if (isFullyPromoted(status)) {
    return traffic;
  }
  if (pause.isAborted) {
    const weight = returningWeight(pass);
    return { ...traffic, weight, resetsCanaryService: !canary.dynamicStableScale || weight === 0 };
  }
  if (available(newRS) === 0) {
    return { ...traffic, withExperiments: true };
  }
  if (status.promoteFull) {
    return { ...traffic, weight: promotingWeight(pass) };
  }
  return { ...traffic, ...stepTraffic(pass), removesManagedRoutes: false };
}

/** The ReplicaSet before the undo, while the stable pods of a shrunk ReplicaSet are still coming. */
export function dynamicRollback({ status, canary, newRS, replicas }: Pass): Hash | undefined {
  const { weights } = status.canary;
  if (!isFullyPromoted(status) || !canary.isRouted || !canary.dynamicStableScale || !weights) {
    return undefined;
  }
  return weights.canary.hash === newRS.hash || available(newRS) >= replicas ? undefined : weights.canary.hash;
}

function stepTraffic(pass: Pass): { weight: number; withExperiments: boolean } {
  const { release, status, canary } = pass;
  const index = currentIndex(release, status);
  if (index === null) {
    return { weight: 0, withExperiments: false };
  }
  if (!isAtDesiredSizes(pass, null)) {
    return { weight: lastAction(release, index - 1, 'setWeight')?.weight ?? 0, withExperiments: true };
  }
  return index === canary.steps.length
    ? { weight: canary.maxTrafficWeight, withExperiments: false }
    : { weight: currentSetWeight(release, status), withExperiments: true };
}

/** A full promotion leaves the weights where they are; with `dynamicStableScale` they follow the pods. */
function promotingWeight({ canary, status, newRS, replicas }: Pass): number {
  return canary.dynamicStableScale
    ? Math.floor(canary.maxTrafficWeight * available(newRS) / replicas)
    : status.canary.weights?.canary.weight ?? 0;
}

/** The weight on the way back to the stable version: none at once, or as fast as its pods come. */
function returningWeight(pass: Pass): number {
  const { canary, stableRS, replicas, status } = pass;
  if (!canary.dynamicStableScale || !stableRS || replicas === 0) {
    return 0;
  }
  const max = canary.maxTrafficWeight;
  const carried = Math.floor(max * available(stableRS) / replicas);
  const expected = Math.max(0, max - carried);
  const desired = desiredCanaryWeight(pass);
  const current = status.canary.weights?.canary.weight;
  if (current === undefined) {
    return Math.max(expected, desired);
  }
  if (desired <= 0) {
    return Math.min(expected, current);
  }
  return carried < max - desired ? current : Math.min(desired, current);
}
