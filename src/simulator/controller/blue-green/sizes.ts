import { analysisAt } from '../../../model/release/analyses';
import { available, byHash } from '../../model/replica-sets';
import { pauseCondition } from '../../model/status';
import { reconcileNewReplicaSet } from '../new-replica-set';
import { Pass } from '../pass';
import { isFastRollback } from '../promotion';
import { reconcileRevisionHistoryLimit } from '../revisions';
import { delayedSize, isReferenced, removeScaleDownDeadlines, scale, Waiting } from '../scaling';
import { skipsPostPromotion } from './skip';

export function reconcileBlueGreenReplicaSets(pass: Pass): void {
  removeScaleDownDeadlines(pass);
  if (pass.stableRS) {
    scale(pass, pass.stableRS, pass.replicas);
  }
  reconcileNewReplicaSet(pass, newReplicaCount(pass));
  scaleDownOthers(pass);
  reconcileRevisionHistoryLimit(pass);
}

/** The size of the new ReplicaSet: all pods, or those of the preview until it may grow. */
export function newReplicaCount({ blueGreen, status, allRSs, newRS, replicas, before }: Pass): number {
  const { previewReplicaCount } = blueGreen;
  const active = byHash(allRSs, status.blueGreen.activeSelector);
  if (previewReplicaCount === undefined || !active || active.hash === newRS.hash || status.promoteFull) {
    return replicas;
  }
  const isPaused = before.spec.paused || status.pauseConditions.length > 0;
  const grows = newRS.hash === status.currentPodHash && !isPaused && status.blueGreen.scaleUpPreviewCheckPoint;
  return grows ? replicas : previewReplicaCount;
}

export function isReadyForPause(pass: Pass): boolean {
  const count = newReplicaCount(pass);
  return pass.newRS.replicas === count && available(pass.newRS) === count;
}

/** Whether the new ReplicaSet can take all users. */
export function isSaturated({ newRS, replicas }: Pass): boolean {
  return newRS.replicas === replicas && newRS.desired === replicas && available(newRS) === replicas;
}

/** Whether the switch waits for nobody. */
export function isFastTracked(pass: Pass): boolean {
  const active = pass.service(pass.blueGreen.activeService).hash;
  return isFastRollback(pass) || pass.status.promoteFull || active === 0 || active === pass.newRS.hash;
}

/** Former ReplicaSets stay at full size until their deadline, the newest first. */
function scaleDownOthers(pass: Pass): void {
  const { scaleDownDelaySeconds } = pass.blueGreen;
  const { post } = pass.currentRuns;
  if (pauseCondition(pass.status, 'InconclusiveAnalysisRun')) {
    return;
  }
  const awaitsVerdict = analysisAt(pass.release, 'postPromotion') && scaleDownDelaySeconds === undefined && !skipsPostPromotion(pass, post);
  if (awaitsVerdict && post?.phase !== 'Successful') {
    return;
  }
  const waiting: Waiting = { count: 0 };
  const others = pass.otherRSs.filter((set) => set.replicas > 0).sort((one, other) => other.revision - one.revision);
  for (const set of others.filter((candidate) => !isReferenced(pass, candidate))) {
    const size = delayedSize(pass, set, waiting, pass.replicas);
    if (size !== set.replicas) {
      scale(pass, set, size);
    }
  }
}
