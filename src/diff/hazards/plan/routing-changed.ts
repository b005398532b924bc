import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, record } from '../../../core/read';
import { canaryOf, routingOf } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const routingChanged: Hazard = {
  id: 'routing-changed',
  severity: Severity.WARNING,
  summary: 'the users of a canary are split in another way',
  why: 'the weights and hashes that the controller has written for the old way stay or go as they are; in a release that is under way users jump between the versions',
  remedy: 'merge it by itself, without a new version, while no release is under way',
  ofRollout: ({ old, now }) => {
    if (!old || !now || !canaryOf(old.manifest) || !canaryOf(now.manifest)) {
      return [];
    }
    const [before, after] = [wayOf(old.manifest), wayOf(now.manifest)];
    return before === after ? [] : [{ path: 'spec.strategy.canary.trafficRouting', message: `users are split by ${after}, no longer by ${before}` }];
  },
};

function wayOf(rollout: Manifest): string {
  const { managedRoutes, maxTrafficWeight, ...routers } = record(routingOf(rollout));
  const names = Object.keys(routers).filter((name) => given(routers[name])).sort();
  const subsets = isRecord(at(routers, 'istio', 'destinationRule')) ? ' with subsets' : '';
  return names.length === 0 ? 'the share of the pods' : `${names.join(' and ')}${subsets}`;
}
