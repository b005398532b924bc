import { hostOf } from './objects';
import { Manifest } from '../../../core/manifest';
import { isNamed } from '../../../model/manifests/manifest-set';
import { canaryIn, Release } from '../../../model/release/release';
import { httpRouteIndexes, tcpRouteIndexes, tlsRouteIndexes } from '../../../model/routing/istio/route-indexes';
import { destinationRuleTarget, VirtualServiceTarget, virtualServiceTargets } from '../../../model/routing/istio/targets';

/** Throws where a route that is to be weighted is missing, or does not lead to both versions. */
export function checkRoutes(release: Release, objects: readonly Manifest[]): void {
  for (const target of virtualServiceTargets(release)) {
    const { spec } = objects.find((object) => isNamed(target, object))!;
    const problem = checkRoutesOf(release, target, spec);
    if (problem !== undefined) {
      throw new Error(`Rollout ${release.name} is invalid: VirtualService ${target.name}: ${problem}`);
    }
  }
}

function checkRoutesOf(release: Release, { routes, tlsRoutes, tcpRoutes }: VirtualServiceTarget, spec: Manifest): string | undefined {
  const { http = [], tls = [], tcp = [] } = spec;
  if (!spec.http && !spec.tls && !spec.tcp) {
    return 'it has no routes';
  }
  const own = http.filter((route: Manifest) => !canaryIn(release)!.managedRoutes.includes(route.name));
  const indexes = spec.http ? httpRouteIndexes(routes, http) : [];
  if (typeof indexes === 'string') {
    return indexes;
  }
  return checkDestinations(release, indexes.map((index) => http[index]))
    ?? checkChoice('routes', 'http', routes, own)
    ?? checkL4(release, 'tls', tlsRoutes, tls, tlsRouteIndexes)
    ?? checkL4(release, 'tcp', tcpRoutes, tcp, tcpRouteIndexes);
}

function checkL4(
  release: Release, protocol: 'tls' | 'tcp', targets: readonly Manifest[], routes: Manifest[], indexesOf: typeof tlsRouteIndexes,
): string | undefined {
  const isMissing = (target: Manifest) => routes.length > 0 && indexesOf([target], routes).length === 0;
  return targets.some(isMissing)
    ? `No matching ${protocol.toUpperCase()} routes found in the defined Virtual Service.`
    : checkDestinations(release, indexesOf(targets, routes).map((index) => routes[index])) ?? checkChoice(`${protocol}Routes`, protocol, targets, routes);
}

/** Where the Rollout names no route there must be one alone. */
function checkChoice(field: string, protocol: string, targets: readonly unknown[], routes: Manifest[]): string | undefined {
  return targets.length === 0 && routes.length > 1 ? `spec.${protocol} has ${routes.length} routes; name those to weight in ${field}` : undefined;
}

function checkDestinations(release: Release, routes: Manifest[]): string | undefined {
  const { stableService, canaryService, pingPong } = canaryIn(release)!;
  const rule = destinationRuleTarget(release);
  const entries = (route: Manifest): Manifest[] => route.route ?? [];
  const [needed, valueOf, what] = rule
    ? [[rule.canarySubset, rule.stableSubset], (entry: Manifest) => entry.destination?.subset, 'Subset']
    : [[canaryService ?? pingPong?.pingService, stableService ?? pingPong?.pongService], hostOf, 'Service'];
  const missing = routes.flatMap((route) => needed.filter((name) => !entries(route).some((entry) => valueOf(entry) === name)));
  return missing.length === 0 ? undefined : `${what} '${missing[0]}' not found in route`;
}
