import { writeExperiment } from './experiment';
import { writePlugin } from './plugin';
import { isAtDesiredSizes } from './size/sizes';
import { currentIndex, currentStep } from './steps';
import { stepsIn } from '../../../model/release/release';
import { actionOf } from '../../../model/release/steps';
import { available, sumOf } from '../../model/replica-sets';
import { pauseCondition, StatusDraft } from '../../model/status';
import { Pass } from '../pass';
import { isRollbackWithinWindow, promoteStable, resetStatus, shouldFullPromote } from '../promotion';
import { calculateBaseStatus, persistStatus } from '../status/persist';

/** Whether the template is another one, or nothing has been written down yet. */
export function isChanged({ status, newRS }: Pass): boolean {
  return !status.stepsKnown || (status.currentPodHash !== 0 && status.currentPodHash !== newRS.hash);
}

/** Writes the status; this is where steps are passed and versions promoted. */
export function syncCanaryStatus(pass: Pass): void {
  const { status, pause } = pass;
  const draft = calculateBaseStatus(pass);
  draft.availableReplicas = sumOf(pass.allRSs, available);
  draft.canary = { ...draft.canary, stablePingPong: status.canary.stablePingPong };
  draft.stableRS = status.stableRS;
  draft.stepsKnown = true;
  writeExperiment(pass, draft);
  writePlugin(pass, draft);
  if (isChanged(pass)) {
    restart(pass, draft);
    return;
  }
  const skips = status.promoteFull || isRollbackWithinWindow(pass);
  if (skips) {
    pause.clear();
    pause.removeAbort();
  }
  if (shouldFullPromote(pass, draft)) {
    promoteStable(pass, draft);
  } else if (pause.isAborted) {
    draft.currentStepIndex = abortedIndex(pass, draft);
  } else {
    advance(pass, draft, skips);
  }
  persistStatus(pass, draft);
}

function restart(pass: Pass, draft: StatusDraft): void {
  const { status, newRS, release } = pass;
  const { length } = stepsIn(release);
  resetStatus(pass, draft);
  const skips = status.stableRS === newRS.hash || (isRollbackWithinWindow(pass) && newRS.replicas > 0);
  if (length > 0 && skips) {
    draft.currentStepIndex = length;
  }
  persistStatus(pass, draft);
}

function abortedIndex({ canary: { steps } }: Pass, draft: StatusDraft): number | null {
  if (steps.length === 0) {
    return null;
  }
  return draft.stableRS === draft.currentPodHash ? steps.length : 0;
}

function advance(pass: Pass, draft: StatusDraft, skips: boolean): void {
  const { release, status, pause } = pass;
  const index = currentIndex(release, status);
  draft.currentStepIndex = skips && index !== null ? stepsIn(release).length : index;
  if (index === null || !isStepCompleted(pass)) {
    return;
  }
  draft.currentStepIndex = draft.currentStepIndex! + 1;
  draft.canary = { ...draft.canary, stepRun: null };
  pause.remove('CanaryPauseStep');
}

function isStepCompleted(pass: Pass): boolean {
  const { release, status, before, currentRuns, currentExperiment, pluginRun } = pass;
  const step = currentStep(release, status);
  if (before.spec.paused || !step) {
    return false;
  }
  const pause = actionOf(step, 'pause');
  if (pause) {
    return isPauseCompleted(pass, pause.seconds);
  }
  if (actionOf(step, 'setCanaryScale') || actionOf(step, 'setWeight')) {
    return isAtDesiredSizes(pass, pass.weights);
  }
  if (actionOf(step, 'experiment')) {
    return currentExperiment?.phase === 'Successful';
  }
  if (actionOf(step, 'analysis')) {
    return currentRuns.step?.phase === 'Successful';
  }
  if (actionOf(step, 'setHeaderRoute') || actionOf(step, 'setMirrorRoute')) {
    return true;
  }
  return actionOf(step, 'plugin') !== undefined && (pluginRun?.phase === 'Successful' || pluginRun?.phase === 'Failed');
}

function isPauseCompleted({ status, before }: Pass, seconds: number | undefined): boolean {
  const condition = pauseCondition(status, 'CanaryPauseStep');
  if (!condition) {
    return status.controllerPause;
  }
  return seconds !== undefined && before.now > (condition.startTime + seconds) * 1000;
}
