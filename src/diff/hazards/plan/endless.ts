import { Manifest } from '../../../core/manifest';
import { given, isRecord } from '../../../core/read';
import { blueGreenOf, stepsOf } from '../../../model/release/fields';

/** Whether a release waits for a person. */
export function waitsForPerson(rollout: Manifest): boolean {
  return blueGreenOf(rollout)?.autoPromotionEnabled === false
    || stepsOf(rollout).some(({ value: { pause } }) => isRecord(pause) && !given(pause.duration));
}
