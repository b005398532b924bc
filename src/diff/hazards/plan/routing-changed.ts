import { readRelease } from '../../../model/release/read-release';
import { canaryIn, Release } from '../../../model/release/release';
import { usesSubsets } from '../../../model/routing/subsets';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const routingChanged: Hazard = {
  id: 'routing-changed',
  severity: Severity.WARNING,
  summary: 'the users of a canary are split in another way',
  why: 'the weights and hashes that the controller has written for the old way stay or go as they are; in a release that is under way users jump between the versions',
  remedy: 'merge it by itself, without a new version, while no release is under way',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map((placed) => placed && routingOf(readRelease(placed.manifest)));
    return before === undefined || after === undefined || before === after
      ? []
      : [{ path: 'spec.strategy.canary.trafficRouting', message: `users are split by ${after}, no longer by ${before}` }];
  },
};

/** What splits the users of a canary. */
function routingOf(release: Release): string | undefined {
  const names = [...new Set(release.routers.map(({ router, plugin }) => plugin ?? router))].sort();
  const subsets = usesSubsets(release) ? ' with subsets' : '';
  return canaryIn(release) && (names.length === 0 ? 'the share of the pods' : `${names.join(' and ')}${subsets}`);
}
