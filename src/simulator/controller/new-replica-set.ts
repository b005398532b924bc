import { Pass } from './pass';
import { addScaleDownDelay, scale, shouldDelayScaleDownOnAbort, syncAnnotation } from './scaling';
import { abortScaleDownDelay } from '../../model/release/release';
import { available } from '../model/replica-sets';

/** The controller looks at every Rollout so often; it waits for nothing that is farther away. */
const RESYNC_SECONDS = 900;

/** Gives the new ReplicaSet its size; that of an aborted update stays until its deadline. Says whether it was scaled. */
export function reconcileNewReplicaSet(pass: Pass, replicas: number): boolean {
  const { newRS, stableRS, before, release } = pass;
  if (!shouldDelayScaleDownOnAbort(pass)) {
    return scale(pass, newRS, replicas);
  }
  if (newRS.deadline === null) {
    syncAnnotation(pass);
    // At the deadline the pods go whatever happens, so the stable ones must be there first.
    if (stableRS && available(stableRS) >= before.spec.replicas) {
      addScaleDownDelay(pass, newRS, abortScaleDownDelay(release)!);
    }
    return false;
  }
  if (!pass.isFuture(newRS.deadline)) {
    return scale(pass, newRS, 0);
  }
  if (newRS.deadline * 1000 - before.now < RESYNC_SECONDS * 1000) {
    syncAnnotation(pass);
    return false;
  }
  return scale(pass, newRS, replicas);
}
