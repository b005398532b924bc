import { blueGreenIn, Release, stepsIn } from '../../../model/release/release';
import { serviceOf } from '../../../model/release/services';
import { SimulatorState } from '../../model/state';
import { conditionOf, Status } from '../../model/status';

/** Whether anything moved since the last status: then the deadline starts anew. */
export function isProgressing(release: Release, before: Status, after: Status): boolean {
  const oldReplicas = (status: Status) => status.replicas - status.updatedReplicas;
  return after.updatedReplicas !== before.updatedReplicas
    || oldReplicas(after) < oldReplicas(before)
    || after.readyReplicas > before.readyReplicas
    || after.availableReplicas > before.availableReplicas
    || (blueGreenIn(release) ? blueGreenMoved(before, after) : canaryMoved(before, after));
}

function blueGreenMoved({ blueGreen: before }: Status, { blueGreen: after }: Status): boolean {
  return before.activeSelector !== after.activeSelector || before.previewSelector !== after.previewSelector;
}

function canaryMoved(before: Status, after: Status): boolean {
  return before.stableRS !== after.stableRS
    || (before.currentStepIndex !== null && after.currentStepIndex !== null && before.currentStepIndex !== after.currentStepIndex)
    || before.stepsKnown !== after.stepsKnown;
}

/** Whether all pods are of the current template, available, and have the users. */
export function isHealthy(release: Release, { spec, status: before }: SimulatorState, after: Status): boolean {
  return after.updatedReplicas === spec.replicas
    && after.availableReplicas === spec.replicas
    && before.observedGeneration === spec.generation
    && (blueGreenIn(release) ? blueGreenDone(release, after) : canaryDone(release, spec.replicas, after));
}

function blueGreenDone(release: Release, { blueGreen: { activeSelector, previewSelector }, currentPodHash }: Status): boolean {
  return activeSelector === currentPodHash && (!serviceOf(release, 'preview') || previewSelector === currentPodHash);
}

function canaryDone(release: Release, replicas: number, status: Status): boolean {
  const steps = stepsIn(release);
  const allSteps = steps.length === 0 || status.currentStepIndex === null || status.currentStepIndex === steps.length;
  return allSteps && isCompleted(status) && status.replicas === replicas;
}

export function isCompleted({ stableRS, currentPodHash }: Status): boolean {
  return stableRS !== 0 && stableRS === currentPodHash;
}

/** Whether nothing has moved for longer than the deadline allows. */
export function isTimedOut(release: Release, now: number, status: Status): boolean {
  const progressing = conditionOf(status.conditions, 'Progressing');
  if (!progressing || progressing.reason === 'RolloutAborted' || progressing.reason === 'RolloutPaused') {
    return false;
  }
  return progressing.reason === 'ProgressDeadlineExceeded'
    || (progressing.lastUpdateTime + release.progressDeadlineSeconds) * 1000 < now;
}
