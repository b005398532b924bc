import { blueGreenIn, Release, stepsIn } from './release';
import { actionsIn, waitsForPerson } from './steps';

/** Whether a release waits at some point until a person promotes it. */
export function hasManualGate(release: Pick<Release, 'strategy'>): boolean {
  return blueGreenIn(release)?.autoPromotionEnabled === false || stepsIn(release).some(waitsForPerson);
}

/** Whether a release waits at some point for a time that is written. */
export function hasTimedGate(release: Pick<Release, 'strategy'>): boolean {
  return (blueGreenIn(release)?.autoPromotionSeconds ?? 0) > 0
    || actionsIn(stepsIn(release), 'pause').some(({ action: { duration } }) => duration !== undefined && duration !== 0);
}
