import { isHealthy } from './controller/status/progress';
import { availabilityTimes } from './kubelet';
import { SimulatorState } from './model/state';
import { conditionOf } from './model/status';
import { blueGreenIn, Release, stepsIn } from '../model/release/release';
import { actionOf } from '../model/release/steps';

/** When something happens by itself, in milliseconds; some of it may be past. */
export function timers(release: Release, state: SimulatorState): number[] {
  const progressing = conditionOf(state.status.conditions, 'Progressing');
  // The controller does not wait for the deadline of what it thinks healthy, although an analysis after a switch is still running.
  const isWaitedFor = progressing !== undefined && !isHealthy(release, state, state.status);
  return [...expected(release, state), ...isWaitedFor ? [after(progressing.lastUpdateTime + release.progressDeadlineSeconds)] : []];
}

/** The next of these that a release counts on, so without the deadline after which it would be stuck. */
export function nextExpected(release: Release, state: SimulatorState): number | undefined {
  const future = expected(release, state).filter((time) => time > state.now && time < Infinity);
  return future.length === 0 ? undefined : Math.min(...future);
}

function expected(release: Release, state: SimulatorState): number[] {
  const { status, runs, replicaSets } = state;
  return [
    ...status.pauseConditions.map(({ startTime }) => after(startTime + pauseSeconds(release, state))),
    ...replicaSets.flatMap(({ deadline }) => deadline === null ? [] : [deadline * 1000]),
    ...runs.flatMap(({ endsAt }) => endsAt ?? []),
    ...availabilityTimes(state),
  ];
}

/** The first moment that is strictly later. */
function after(seconds: number): number {
  return seconds * 1000 + 1;
}

function pauseSeconds(release: Release, { status }: SimulatorState): number {
  const blueGreen = blueGreenIn(release);
  if (blueGreen) {
    return blueGreen.autoPromotionEnabled ? blueGreen.autoPromotionSeconds ?? Infinity : Infinity;
  }
  return actionOf(stepsIn(release)[status.currentStepIndex ?? 0], 'pause')?.seconds ?? Infinity;
}
