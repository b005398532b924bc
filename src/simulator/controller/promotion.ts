import { Pass } from './pass';
import { replicaProgressThresholdMet } from './threshold';
import { analysisAt } from '../../model/release/analyses';
import { blueGreenIn, canaryIn, stepsIn } from '../../model/release/release';
import { available } from '../model/replica-sets';
import { Status, StatusDraft } from '../model/status';

/** Whether this goes back to an older revision, few enough ReplicaSets ago that it needs no steps. */
export function isRollbackWithinWindow({ newRS, stableRS, allRSs, release }: Pass): boolean {
  if (!stableRS || newRS.hash >= stableRS.hash) {
    return false;
  }
  return allRSs.filter(({ hash }) => newRS.hash < hash && hash < stableRS.hash).length < release.rollbackWindow;
}

/** Whether this goes back so fast that pauses and analyses are left out. True of a promoted Rollout too. */
export function isFastRollback(pass: Pass): boolean {
  const { newRS, stableRS, status, release } = pass;
  if (!stableRS) {
    return false;
  }
  const isToStable = status.stableRS === newRS.hash;
  const isRollback = isToStable || newRS.hash < stableRS.hash;
  return isRollback && (isToStable || isRollbackWithinWindow(pass) || (pass.newRSWithinDelay && blueGreenIn(release) !== undefined));
}

/** Whether the new ReplicaSet becomes the stable one. */
export function shouldFullPromote(pass: Pass, draft: Status): boolean {
  return pass.stableRS === undefined || (canaryIn(pass.release) ? canaryIsThrough(pass) : blueGreenIsThrough(pass, draft));
}

function canaryIsThrough(pass: Pass): boolean {
  const { pause, newRS, replicas, status, canary } = pass;
  const { steps } = canary;
  const isLarge = available(newRS) >= replicas || replicaProgressThresholdMet(canary, newRS, replicas);
  if (pause.isAborted || !isLarge) {
    return false;
  }
  return status.promoteFull || isFastRollback(pass) || steps.length === 0 || status.currentStepIndex === steps.length;
}

function blueGreenIsThrough(pass: Pass, draft: Status): boolean {
  const { activeSelector } = draft.blueGreen;
  if (activeSelector === 0) {
    return true;
  }
  if (activeSelector !== draft.currentPodHash) {
    return false;
  }
  if (pass.status.promoteFull || isFastRollback(pass)) {
    return true;
  }
  return !pass.pause.isAborted && (!analysisAt(pass.release, 'postPromotion') || pass.currentRuns.post?.phase === 'Successful');
}

export function promoteStable({ pause, release, status }: Pass, draft: StatusDraft): void {
  pause.clear();
  pause.removeAbort();
  draft.promoteFull = false;
  draft.blueGreen = { ...draft.blueGreen, scaleUpPreviewCheckPoint: false };
  const canary = canaryIn(release);
  if (canary) {
    draft.currentStepIndex = canary.steps.length > 0 ? canary.steps.length : null;
  }
  if (draft.stableRS !== draft.currentPodHash) {
    if (canary?.pingPong) {
      draft.canary = { ...draft.canary, stablePingPong: status.canary.stablePingPong === 'ping' ? 'pong' : 'ping' };
    }
    draft.stableRS = draft.currentPodHash;
  }
}

/** A new template begins with nothing decided. */
export function resetStatus({ pause, release }: Pass, draft: StatusDraft): void {
  pause.clear();
  pause.removeAbort();
  draft.promoteFull = false;
  draft.blueGreen = { ...draft.blueGreen, preRun: null, postRun: null, scaleUpPreviewCheckPoint: false };
  draft.canary = { ...draft.canary, stepRun: null, backgroundRun: null, experiment: null, plugin: null };
  draft.currentStepIndex = stepsIn(release).length > 0 ? 0 : null;
}
