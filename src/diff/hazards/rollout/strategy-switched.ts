import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const strategySwitched: Hazard = {
  id: 'strategy-switched',
  severity: Severity.WARNING,
  summary: 'a Rollout goes from canary to blue-green, or the other way',
  why: 'Services that it no longer names lose the hash of the pods they select, weights stay as they are, and a release that is under way goes on by the other rules',
  remedy: 'merge it by itself, without a new version, while no release is under way',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map((placed) => placed ? readRelease(placed.manifest).strategy.kind : 'none');
    return before !== 'none' && after !== 'none' && before !== after
      ? [{ path: 'spec.strategy', message: `changes from ${before} to ${after}` }]
      : [];
  },
};
