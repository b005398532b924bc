import { Manifest } from '../../core/manifest';
import { httpRouteIndexes, tcpRouteIndexes, tlsRouteIndexes } from '../controller/istio/routes';
import { hostOf, virtualServiceName, virtualServiceTargets } from '../controller/istio/targets';
import { Release } from '../model/release';
import { VirtualServiceState } from '../model/state';

/** Throws where a route that is to be weighted is missing, or does not lead to both versions. */
export function checkRoutes(release: Release, virtualServices: VirtualServiceState[]): void {
  for (const target of virtualServiceTargets(release)) {
    const { name, spec } = virtualServices.find((candidate) => candidate.name === virtualServiceName(target))!;
    const http = httpRouteIndexes(spec.http ? target.routes ?? [] : [], spec.http ?? []);
    const problem = typeof http === 'string' ? http : checkDestinations(release, [
      ...http.map((index) => spec.http[index]),
      ...tlsRouteIndexes(target.tlsRoutes ?? [], spec.tls ?? []).map((index) => spec.tls[index]),
      ...tcpRouteIndexes(target.tcpRoutes ?? [], spec.tcp ?? []).map((index) => spec.tcp[index]),
    ]);
    if (problem !== undefined) {
      throw new Error(`Rollout ${release.name} is invalid: VirtualService ${name}: ${problem}`);
    }
  }
}

function checkDestinations({ canary }: Release, routes: Manifest[]): string | undefined {
  const { stableService, canaryService, pingPong, trafficRouting: { istio: { destinationRule } } } = canary!;
  const entries = (route: Manifest): Manifest[] => route.route ?? [];
  const [needed, valueOf, what] = destinationRule
    ? [[destinationRule.canarySubsetName, destinationRule.stableSubsetName], (entry: Manifest) => entry.destination?.subset, 'Subset']
    : [[canaryService ?? pingPong?.pingService, stableService ?? pingPong?.pongService], hostOf, 'Service'];
  const missing = routes.flatMap((route) => needed.filter((name) => !entries(route).some((entry) => valueOf(entry) === name)));
  return missing.length === 0 ? undefined : `${what} '${missing[0]}' not found in route`;
}
