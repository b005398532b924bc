import { at, given } from '../../../core/read';
import { hasManualGate } from '../../../model/release/gates';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const stepsChanged: Hazard = {
  id: 'steps-changed',
  severity: Severity.ADVICE,
  summary: 'the steps of a Rollout change, and no release starts',
  why: 'a release that is under way begins again with the first step and its weight; without one nothing happens',
  remedy: 'merge it while no release is under way',
  ofRollout: ({ old, now, release }) => {
    if (!old || !now || release !== 'none' || [old, now].some(({ manifest }) => !canaryIn(readRelease(manifest)))) {
      return [];
    }
    const [before, after] = [old, now].map(({ canonical }) => at(canonical, 'spec', 'strategy', 'canary', 'steps'));
    // That nobody is asked any longer is told by itself.
    const isTold = hasManualGate(readRelease(old.manifest)) && !hasManualGate(readRelease(now.manifest));
    return given(before) && JSON.stringify(before) !== JSON.stringify(after) && !isTold
      ? [{ path: 'spec.strategy.canary.steps', message: 'a release that is under way begins again with the first step' }]
      : [];
  },
};
