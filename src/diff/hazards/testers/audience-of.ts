import { Manifest } from '../../../core/manifest';
import { at, namespaceOf, shown, text } from '../../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../../../model/manifests/kinds';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { routingOf, versionsOf } from '../../../model/release/fields';
import { USERS_OF_SERVICES } from '../../../model/release/users-of-services';
import { serviceKeyOfHost } from '../../../model/routing/istio/fields';
import { isForUsers, rolesOfService } from '../service/roles';

/** Whom a destination is for, and the Rollouts that make its pods. */
export interface Audience {
  readonly who: 'users' | 'testers';
  readonly rollouts: readonly Manifest[];
}

const RULES = new SetIndex(DESTINATION_RULE, (rule) => {
  const key = serviceKeyOfHost(text(at(rule, 'spec', 'host')), namespaceOf(rule));
  return key === undefined ? [] : [key];
});
const ROLLOUTS = new SetIndex(ROLLOUT, (rollout) => [near(rollout, text(at(routingOf(rollout), 'istio', 'destinationRule', 'name')))]);

/** Whom a Service, given as `namespace/name`, or a subset of it is for; nothing where no Rollout says so. */
export function audienceOf(set: ManifestSet, service: string, subset: string = ''): Audience | undefined {
  return subset === '' ? ofService(set, service) : ofSubset(set, service, subset);
}

function ofService(set: ManifestSet, service: string): Audience | undefined {
  const rollouts = USERS_OF_SERVICES.find(set, service);
  const roles = rollouts.flatMap((rollout) => rolesOfService(rollout, service));
  return roles.length === 0 ? undefined : { who: roles.some(isForUsers) ? 'users' : 'testers', rollouts };
}

function ofSubset(set: ManifestSet, service: string, subset: string): Audience | undefined {
  const rollouts = RULES.find(set, service).flatMap((rule) => ROLLOUTS.find(set, near(rule, shown(at(rule, 'metadata', 'name')))));
  const versions = rollouts.map(versionsOf);
  const is = (role: 'stable' | 'canary') => versions.some((own) => own[role] === subset);
  return is('stable') ? { who: 'users', rollouts } : is('canary') ? { who: 'testers', rollouts } : undefined;
}
