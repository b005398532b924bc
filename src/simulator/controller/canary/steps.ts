import { abortScaleDownDelay, canaryIn, Release, stepsIn } from '../../../model/release/release';
import { actionOf, Step, StepAction, StepKind } from '../../../model/release/steps';
import { Status } from '../../model/status';

type ActionOf<K extends StepKind> = Extract<StepAction, { kind: K }>;

/** The index of the current step: the number of steps at the end, nothing without steps. */
export function currentIndex(release: Release, status: Status): number | null {
  return stepsIn(release).length === 0 ? null : status.currentStepIndex ?? 0;
}

export function currentStep(release: Release, status: Status): Step | undefined {
  return stepsIn(release)[currentIndex(release, status) ?? 0];
}

/** What the current step does of a kind. */
export function currentAction<K extends StepKind>(release: Release, status: Status, kind: K): ActionOf<K> | undefined {
  return actionOf(currentStep(release, status), kind);
}

/** The last action of a kind at or before an index. */
export function lastAction<K extends StepKind>(release: Release, index: number, kind: K): ActionOf<K> | undefined {
  return actionOf(stepsIn(release).slice(0, index + 1).reverse().find((step) => actionOf(step, kind)), kind);
}

/** The weight of the last `setWeight` that has been reached: none at first, all at the end. */
export function currentSetWeight(release: Release, status: Status): number {
  if (status.abort) {
    return 0;
  }
  return currentStep(release, status) === undefined
    ? canaryIn(release)!.maxTrafficWeight
    : lastAction(release, currentIndex(release, status)!, 'setWeight')?.weight ?? 0;
}

/** The `setCanaryScale` that fixes the size of the canary, if any does. */
export function activeCanaryScale(release: Release, status: Status): ActionOf<'setCanaryScale'> | undefined {
  const isGivenUp = status.abort && abortScaleDownDelay(release) !== undefined;
  if (!canaryIn(release)?.isRouted || isGivenUp || currentStep(release, status) === undefined) {
    return undefined;
  }
  const scale = lastAction(release, currentIndex(release, status)!, 'setCanaryScale');
  return scale?.matchTrafficWeight ? undefined : scale;
}
