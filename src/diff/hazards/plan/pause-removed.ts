import { hasManualGate } from '../../../model/release/gates';
import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

const PATHS = { blueGreen: 'spec.strategy.blueGreen.autoPromotionEnabled', canary: 'spec.strategy.canary.steps' };

export const pauseRemoved: Hazard = {
  id: 'pause-removed',
  severity: Severity.ERROR,
  summary: 'releases of a Rollout no longer wait for a person',
  why: 'a release that starts with it reaches all users though nobody has let it through, and one that waits when it is merged goes on at once',
  remedy: 'merge it without a new version, while no release waits',
  ofRollout: ({ old, now, release }) => {
    const [before, after] = [old, now].map((placed) => placed && readRelease(placed.manifest));
    const kind = after?.strategy.kind;
    if (!before || !after || kind === undefined || kind === 'none' || before.strategy.kind !== kind || !hasManualGate(before) || hasManualGate(after)) {
      return [];
    }
    const which = release === 'starts' ? 'the release that starts reaches all users without a person' : 'a release that waits for a person goes on by itself';
    return [{ path: PATHS[kind], message: `asks for no person any longer: ${which}`, ...release !== 'starts' && { severity: Severity.WARNING } }];
  },
};
