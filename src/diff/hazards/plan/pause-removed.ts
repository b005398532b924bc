import { waitsForPerson } from './endless';
import { blueGreenOf, canaryOf } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const pauseRemoved: Hazard = {
  id: 'pause-removed',
  severity: Severity.ERROR,
  summary: 'releases of a Rollout no longer wait for a person',
  why: 'a release that starts with it reaches all users though nobody has let it through, and one that waits when it is merged goes on at once',
  remedy: 'merge it without a new version, while no release waits',
  ofRollout: ({ old, now, release }) => {
    const bothOf = (of: typeof canaryOf) => old && now && of(old.manifest) && of(now.manifest);
    if (!old || !now || !(bothOf(canaryOf) ?? bothOf(blueGreenOf)) || !waitsForPerson(old.manifest) || waitsForPerson(now.manifest)) {
      return [];
    }
    const path = blueGreenOf(now.manifest) ? 'spec.strategy.blueGreen.autoPromotionEnabled' : 'spec.strategy.canary.steps';
    const which = release === 'starts' ? 'the release that starts reaches all users without a person' : 'a release that waits for a person goes on by itself';
    return [{ path, message: `asks for no person any longer: ${which}`, ...release !== 'starts' && { severity: Severity.WARNING } }];
  },
};
