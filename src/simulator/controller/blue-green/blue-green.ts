import { completedPause, reconcilePause } from './pause';
import { completedPrePromotionAnalysis, reconcileBlueGreenRuns } from './runs';
import { isFastTracked, isReadyForPause, isSaturated, reconcileBlueGreenReplicaSets } from './sizes';
import { available, byHash, ready, sumOf } from '../../model/replica-sets';
import { Hash } from '../../model/status';
import { reconcileAnalysisRuns } from '../analysis-runs';
import { Pass } from '../pass';
import { isRollbackWithinWindow, promoteStable, resetStatus, shouldFullPromote } from '../promotion';
import { switchSelector } from '../services';
import { calculateBaseStatus, persistStatus } from '../status/persist';

/** One pass of a blue-green release, in the order of the controller. */
export function rolloutBlueGreen(pass: Pass): void {
  const { previewService } = pass.blueGreen;
  if (previewService && !pass.isHalted) {
    switchSelector(pass, previewService, pass.newRS.hash);
  }
  if (!isChanged(pass)) {
    reconcileBlueGreenReplicaSets(pass);
    reconcilePause(pass);
    reconcileActiveService(pass);
    reconcileAnalysisRuns(pass, () => reconcileBlueGreenRuns(pass));
  }
  syncStatus(pass);
}

/** What counts is what the users have: the pods of the active Service. */
export function activeAvailable({ allRSs }: Pass, activeSelector: Hash): number {
  const active = byHash(allRSs, activeSelector);
  return active ? available(active) : sumOf(allRSs, available);
}

function isChanged({ status, newRS }: Pass): boolean {
  return status.currentPodHash !== 0 && status.currentPodHash !== newRS.hash;
}

function reconcileActiveService(pass: Pass): void {
  const { activeService } = pass.blueGreen;
  if (pass.isHalted || !isReadyForPause(pass) || !isSaturated(pass)) {
    return;
  }
  const switches = isFastTracked(pass) || (completedPause(pass) && completedPrePromotionAnalysis(pass));
  const hash = switches ? pass.newRS.hash : pass.service(activeService).hash;
  switchSelector(pass, activeService, pass.status.abort ? pass.status.stableRS : hash);
}

function syncStatus(pass: Pass): void {
  const { status, pause, blueGreen: { activeService, previewService }, allRSs } = pass;
  const draft = calculateBaseStatus(pass);
  draft.stableRS = status.stableRS;
  if (isChanged(pass)) {
    resetStatus(pass, draft);
  }
  if (status.promoteFull || isRollbackWithinWindow(pass)) {
    pause.clear();
    pause.removeAbort();
  }
  const previewSelector = previewService ? pass.service(previewService).hash : 0;
  const activeSelector = pass.service(activeService).hash;
  draft.blueGreen = { ...draft.blueGreen, previewSelector, activeSelector };
  if (shouldFullPromote(pass, draft)) {
    promoteStable(pass, draft);
  } else {
    draft.blueGreen = { ...draft.blueGreen, scaleUpPreviewCheckPoint: checkPoint(pass) };
  }
  draft.availableReplicas = activeAvailable(pass, activeSelector);
  draft.readyReplicas = byHash(allRSs, activeSelector)?.ready ?? sumOf(allRSs, ready);
  persistStatus(pass, draft);
}

/** Once the preview has had its pods and its pause, it grows to full size; it never goes back. */
function checkPoint(pass: Pass): boolean {
  const { previewReplicaCount } = pass.blueGreen;
  if (previewReplicaCount === undefined) {
    return false;
  }
  return pass.status.blueGreen.scaleUpPreviewCheckPoint
    || (completedPrePromotionAnalysis(pass) && completedPause(pass) && available(pass.newRS) === previewReplicaCount);
}
