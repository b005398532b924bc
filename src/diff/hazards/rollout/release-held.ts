import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const releaseHeld: Hazard = {
  id: 'release-held',
  severity: Severity.WARNING,
  summary: 'a Rollout is paused by its spec, or no longer',
  why: 'a release stands still whatever its steps say until the field is false again; then it goes on by itself',
  remedy: 'leave paused out, and use pauses in the steps or kubectl argo rollouts pause',
  ofRollout: ({ old, now, release }) => {
    const [before, after] = [old, now].map((placed) => placed !== undefined && readRelease(placed.manifest).paused);
    if (!now || before === after) {
      return [];
    }
    return [{
      path: 'spec.paused',
      value: after,
      message: !after
        ? 'a release that was held by it goes on by itself'
        : release === 'none' ? 'from now on no release moves' : 'the release starts pods and then does not move',
    }];
  },
};
