import { isCompleted, isHealthy, isProgressing, isTimedOut } from './progress';
import { setCondition, withoutCondition } from './set-condition';
import { canaryIn, stepsIn } from '../../../model/release/release';
import { actionOf } from '../../../model/release/steps';
import { available, byHash, sumOf } from '../../model/replica-sets';
import { secondsOf } from '../../model/state';
import { Condition, conditionOf, ConditionType, Status, StatusDraft } from '../../model/status';
import { Pass } from '../pass';

export function newCondition(
  now: number, type: ConditionType, status: Condition['status'], reason: string, message: string,
): Condition {
  return { type, status, reason, message, lastUpdateTime: secondsOf(now) };
}

/** Rewrites the conditions of a status whose other fields are done. */
export function calculateConditions(pass: Pass, draft: StatusDraft): void {
  const { now, spec } = pass.before;
  const write = (type: ConditionType, status: Condition['status'], reason: string, message = '') => {
    const before = draft.conditions;
    draft.conditions = setCondition(before, newCondition(now, type, status, reason, message));
    return draft.conditions !== before;
  };
  const healthy = isHealthy(pass.release, pass.before, draft);
  const isPaused = draft.pauseConditions.length > 0 || spec.paused;
  let becameUnhealthy = false;
  if (!isPaused && healthy) {
    write('Healthy', 'True', 'RolloutHealthy');
  } else if (conditionOf(pass.status.conditions, 'Healthy')) {
    becameUnhealthy = write('Healthy', 'False', 'RolloutHealthy');
  }
  if (pass.pause.isAborted) {
    const why = pass.pause.abortMessage === '' ? '' : `: ${pass.pause.abortMessage}`;
    write('Progressing', 'False', 'RolloutAborted', `Rollout aborted update to revision ${pass.next.revision}${why}`);
  } else if (healthy) {
    write('Progressing', 'True', 'NewReplicaSetAvailable');
  } else if (isProgressing(pass.release, pass.status, draft) || becameUnhealthy) {
    const reason = draft.stableRS === draft.currentPodHash && becameUnhealthy ? 'ReplicaSetNotAvailable' : 'ReplicaSetUpdated';
    // Progress of the same kind is new progress.
    draft.conditions = withoutCondition(draft.conditions, 'Progressing');
    write('Progressing', 'True', reason);
  } else if (!isIndefiniteStep(pass) && !isWaitingForScaleDown(pass) && isTimedOut(pass.release, now, draft)) {
    write('Progressing', 'False', 'ProgressDeadlineExceeded', timeOutMessage(pass));
  }
  write('Available', isAvailable(pass, draft) ? 'True' : 'False', 'AvailableReason');
  write('Completed', isCompleted(draft) ? 'True' : 'False', 'RolloutCompleted');
}

/** Aborts an update that has been silent for too long, where the Rollout asks for it. */
export function evaluateProgressDeadlineAbort(pass: Pass, draft: Status): void {
  const { release, pause, status, before } = pass;
  const applies = release.progressDeadlineAbort && !pause.isAborted && !isCompleted(draft) && !isProgressing(release, status, draft);
  if (applies && !isIndefiniteStep(pass) && !isWaitingForScaleDown(pass) && isTimedOut(release, before.now, status)) {
    pause.abort(timeOutMessage(pass));
  }
}

function timeOutMessage({ release, newRS }: Pass): string {
  return `ReplicaSet "${release.name}-{${newRS.hash}}" has timed out progressing.`;
}

/** A pause, an analysis or an experiment lasts as long as it lasts. */
function isIndefiniteStep({ release, status }: Pass): boolean {
  const step = stepsIn(release)[status.currentStepIndex ?? 0];
  return actionOf(step, 'experiment') !== undefined || actionOf(step, 'analysis') !== undefined || actionOf(step, 'pause') !== undefined
    || conditionOf(status.conditions, 'Paused')?.status === 'True';
}

function isWaitingForScaleDown({ otherRSs }: Pass): boolean {
  return otherRSs.some(({ deadline }) => deadline !== null);
}

function isAvailable({ release, allRSs, replicas }: Pass, draft: Status): boolean {
  if (canaryIn(release)) {
    return sumOf(allRSs, available) >= replicas;
  }
  const active = byHash(allRSs, draft.blueGreen.activeSelector);
  return active !== undefined && active.replicas === replicas && active.desired === replicas && available(active) === replicas;
}
