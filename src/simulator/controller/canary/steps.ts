import { Manifest } from '../../../core/manifest';
import { abortScaleDownDelay, maxWeight, Release } from '../../model/release';
import { Status } from '../../model/status';

/** The index of the current step: the number of steps at the end, nothing without steps. */
export function currentIndex({ steps }: Release, status: Status): number | null {
  return steps.length === 0 ? null : status.currentStepIndex ?? 0;
}

export function currentStep(release: Release, status: Status): Manifest | undefined {
  return release.steps[currentIndex(release, status) ?? 0];
}

/** The last step of a kind at or before an index. */
export function lastStep({ steps }: Release, index: number, key: string): Manifest | undefined {
  return steps.slice(0, index + 1).reverse().find((step) => step[key] !== undefined);
}

/** The weight of the last `setWeight` that has been reached: none at first, all at the end. */
export function currentSetWeight(release: Release, status: Status): number {
  if (status.abort) {
    return 0;
  }
  return currentStep(release, status) === undefined
    ? maxWeight(release)
    : lastStep(release, currentIndex(release, status)!, 'setWeight')?.setWeight ?? 0;
}

/** The `setCanaryScale` that fixes the size of the canary, if any does. */
export function activeCanaryScale(release: Release, status: Status): Manifest | undefined {
  const isGivenUp = status.abort && abortScaleDownDelay(release) !== undefined;
  if (!release.canary?.trafficRouting || isGivenUp || currentStep(release, status) === undefined) {
    return undefined;
  }
  const scale = lastStep(release, currentIndex(release, status)!, 'setCanaryScale')?.setCanaryScale;
  return scale?.matchTrafficWeight ? undefined : scale;
}
