import { destinationRuleTarget } from './istio/targets';
import { Destination, isSameService } from './route';
import type { Release } from '../release/release';
import { ServiceRole } from '../release/services';

/** What a destination is for in a release: by its subset, or by its Service; nothing where it is none of the release. */
export function rolesOfDestination(release: Pick<Release, 'routers' | 'services' | 'namespace'>, { service, subset }: Destination): ServiceRole[] {
  const rule = subset === undefined ? undefined : destinationRuleTarget(release);
  if (rule && (subset === rule.stableSubset || subset === rule.canarySubset)) {
    return [subset === rule.canarySubset ? 'canary' : 'stable'];
  }
  const { namespace } = release;
  return release.services.filter(({ name }) => service && isSameService(service, { name, namespace })).map(({ role }) => role);
}
