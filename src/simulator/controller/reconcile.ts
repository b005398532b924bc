import { activeAvailable, rolloutBlueGreen } from './blue-green/blue-green';
import { reconcileBlueGreenReplicaSets } from './blue-green/sizes';
import { rolloutCanary } from './canary/canary';
import { reconcileCanaryReplicaSets } from './canary/size/replica-sets';
import { Pass, PassFailed } from './pass';
import { createReplicaSet, findNewReplicaSet, syncRevision } from './revisions';
import { newCondition } from './status/conditions';
import { persistStatus } from './status/persist';
import { calculatePhase } from './status/phase';
import { isCompleted } from './status/progress';
import { setCondition } from './status/set-condition';
import { blueGreenIn, Release } from '../../model/release/release';
import { available, sumOf } from '../model/replica-sets';
import { SimulatorState } from '../model/state';
import { Condition, conditionOf, Status } from '../model/status';

/** One pass of the controller. */
export function pass(release: Release, state: SimulatorState): SimulatorState {
  const hash = findNewReplicaSet(state);
  if (hash === undefined) {
    return createReplicaSet(state, newCondition(state.now, 'Progressing', 'True', 'NewReplicaSetCreated', ''));
  }
  const paused = pausedConditions(state.status, state);
  if (paused.length > 0) {
    return writeConditions(release, state, paused);
  }
  const current = new Pass(release, state, hash);
  try {
    reconcile(current);
  } catch (error) {
    if (!(error instanceof PassFailed)) {
      throw error;
    }
  }
  return current.next;
}

function reconcile(current: Pass): void {
  syncRevision(current);
  if (isScalingEvent(current)) {
    syncReplicasOnly(current);
  } else if (blueGreenIn(current.release)) {
    rolloutBlueGreen(current);
  } else {
    rolloutCanary(current);
  }
}

function isScalingEvent({ newRS, stableRS, replicas }: Pass): boolean {
  return [newRS, stableRS].some((set) => set && set.replicas > 0 && set.desired !== replicas);
}

/** After a new number of replicas, sizes alone. */
function syncReplicasOnly(current: Pass): void {
  const draft = { ...current.status };
  if (blueGreenIn(current.release)) {
    reconcileBlueGreenReplicaSets(current);
    draft.availableReplicas = activeAvailable(current, draft.blueGreen.activeSelector);
  } else {
    reconcileCanaryReplicaSets(current);
    draft.availableReplicas = sumOf(current.allRSs, available);
  }
  persistStatus(current, draft);
}

/** A pause, its end or a retry is written before anything else is done. */
function pausedConditions(status: Status, { now, spec }: SimulatorState): Condition[] {
  const progressing = conditionOf(status.conditions, 'Progressing');
  const isPaused = status.pauseConditions.length > 0 || spec.paused;
  const wasAborted = progressing?.reason === 'RolloutAborted';
  const changes: Condition[] = [];
  if (isPaused !== (progressing?.reason === 'RolloutPaused') && !wasAborted && !isCompleted(status)) {
    changes.push(newCondition(now, 'Progressing', 'Unknown', isPaused ? 'RolloutPaused' : 'RolloutResumed', ''));
  }
  if (!status.abort && wasAborted) {
    changes.push(newCondition(now, 'Progressing', 'Unknown', 'RolloutRetry', ''));
  }
  if (isPaused !== (conditionOf(status.conditions, 'Paused')?.status === 'True') && !wasAborted) {
    changes.push(newCondition(now, 'Paused', isPaused ? 'True' : 'False', 'RolloutPaused', ''));
  }
  return changes;
}

function writeConditions(release: Release, state: SimulatorState, changes: Condition[]): SimulatorState {
  const conditions = changes.reduce((written, change) => setCondition(written, change), state.status.conditions);
  const status = { ...state.status, conditions, observedGeneration: state.spec.generation };
  return { ...state, status: { ...status, ...calculatePhase(release, state.spec, status) } };
}
