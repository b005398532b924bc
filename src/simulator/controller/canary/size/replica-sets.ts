import { scaleDownOthers } from './others';
import { desiredSizes } from './sizes';
import { reconcileNewReplicaSet } from '../../new-replica-set';
import { Pass } from '../../pass';
import { removeScaleDownDeadlines, scale } from '../../scaling';

/** Gives the ReplicaSets their sizes, one of them in a pass. Says whether one was scaled. */
export function reconcileCanaryReplicaSets(pass: Pass): boolean {
  if (pass.isHalted) {
    return false;
  }
  removeScaleDownDeadlines(pass);
  const { stableRS, newRS, status } = pass;
  // The stable ReplicaSet goes by the weights of the pass before, so that it shrinks after they moved.
  const scaledStable = stableRS !== undefined && stableRS !== newRS
    && scale(pass, stableRS, desiredSizes(pass, status.canary.weights).stable);
  return scaledStable || reconcileNewReplicaSet(pass, desiredSizes(pass, pass.weights).canary) || scaleDownOthers(pass);
}
