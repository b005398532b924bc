import { Manifest } from '../../../core/manifest';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { readRelease } from '../../../model/release/read-release';
import { USERS_OF_SERVICES } from '../../../model/release/rollout-indexes';
import { isForUsers, rolesOfService } from '../../../model/release/services';
import { Destination, serviceKey, ServiceName } from '../../../model/routing/route';
import { rolloutsBySubsets, subsettersOf, versionOfSubset } from '../../../model/routing/subsets';

/** Whom a destination is for, and the Rollouts that make its pods. */
export interface Audience {
  readonly who: 'users' | 'testers';
  readonly rollouts: readonly Manifest[];
}

/** Whom a Service, or a subset of it, is for; nothing where no Rollout says so. */
export function audienceOf(set: ManifestSet, { service, subset }: Pick<Destination, 'service' | 'subset'>): Audience | undefined {
  return service && (subset === undefined ? ofService(set, service) : ofSubset(set, service, subset));
}

function ofService(set: ManifestSet, service: ServiceName): Audience | undefined {
  const rollouts = USERS_OF_SERVICES.find(set, serviceKey(service));
  const roles = rollouts.flatMap((rollout) => rolesOfService(readRelease(rollout), service.name));
  return roles.length === 0 ? undefined : { who: roles.some(isForUsers) ? 'users' : 'testers', rollouts };
}

function ofSubset(set: ManifestSet, service: ServiceName, subset: string): Audience | undefined {
  const rollouts = subsettersOf(set, service).flatMap((object) => rolloutsBySubsets(set, object));
  const versions = rollouts.flatMap((rollout) => versionOfSubset(readRelease(rollout), subset) ?? []);
  return versions.length === 0 ? undefined : { who: versions.includes('stable') ? 'users' : 'testers', rollouts };
}
