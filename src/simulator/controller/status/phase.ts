import { analysisAt } from '../../../model/release/analyses';
import { blueGreenIn, canaryIn, Release } from '../../../model/release/release';
import { RolloutSpec } from '../../model/state';
import { isFullyPromoted, Status } from '../../model/status';

/** A phase and its message. */
export type Phase = Pick<Status, 'phase' | 'message'>;

/** The first that applies, in the order of the controller. */
export function calculatePhase(release: Release, spec: RolloutSpec, status: Status): Phase {
  const failed = status.conditions.find(({ reason }) => reason === 'RolloutAborted' || reason === 'ProgressDeadlineExceeded');
  if (failed) {
    return { phase: 'Degraded', message: `${failed.reason}: ${failed.message}` };
  }
  if (spec.paused) {
    return { phase: 'Paused', message: 'manually paused' };
  }
  const [pause] = status.pauseConditions;
  if (pause) {
    return { phase: 'Paused', message: pause.reason };
  }
  const message = pending(release, spec, status);
  return { phase: message === '' ? 'Healthy' : 'Progressing', message };
}

/** What the release still waits for. */
function pending(release: Release, spec: RolloutSpec, status: Status): string {
  if (status.updatedReplicas < spec.replicas) {
    return 'more replicas need to be updated';
  }
  if (status.availableReplicas < status.updatedReplicas) {
    return 'updated replicas are still becoming available';
  }
  return blueGreenIn(release) ? pendingBlueGreen(release, status) : pendingCanary(release, status);
}

function pendingBlueGreen(release: Release, status: Status): string {
  const { activeSelector, postRun } = status.blueGreen;
  if (activeSelector === 0 || activeSelector !== status.currentPodHash) {
    return 'active service cutover pending';
  }
  if (status.stableRS !== 0 && isFullyPromoted(status)) {
    return '';
  }
  return analysisAt(release, 'postPromotion') && (postRun === null || postRun.phase === 'Running')
    ? 'waiting for analysis to complete'
    : 'waiting for post-promotion verification to complete';
}

function pendingCanary(release: Release, status: Status): string {
  if (!canaryIn(release)?.isRouted && status.replicas > status.updatedReplicas) {
    return 'old replicas are pending termination';
  }
  return status.stableRS !== 0 && isFullyPromoted(status) ? '' : 'waiting for all steps to complete';
}
