import { destinationRuleTarget } from './targets';
import { canaryIn, Release } from '../../release/release';
import { Destination, Route } from '../route';

/** What tells the two versions apart in the routes of a VirtualService: Services, or subsets of a DestinationRule. */
export interface IstioVersions {
  readonly stable: string;
  readonly canary: string;
  readonly bySubset: boolean;
}

/** The Services or subsets of the two versions; empty where they are not written. */
export function istioVersions(release: Pick<Release, 'routers' | 'strategy'>): IstioVersions {
  const rule = destinationRuleTarget(release);
  if (rule) {
    return { stable: rule.stableSubset, canary: rule.canarySubset, bySubset: true };
  }
  const { stableService, canaryService, pingPong } = canaryIn(release) ?? {};
  // With both given, Istio uses the Services and only ALB the pair that swaps.
  const swapping = stableService === undefined && canaryService === undefined;
  return swapping
    ? { stable: pingPong?.pingService ?? '', canary: pingPong?.pongService ?? '', bySubset: false }
    : { stable: stableService ?? '', canary: canaryService ?? '', bySubset: false };
}

/** The first destination of a route that is one version; the controller looks at the first part of a host alone. */
export function destinationOf(route: Route, { bySubset, ...versions }: IstioVersions, version: 'stable' | 'canary'): Destination | undefined {
  const wanted = versions[version];
  return route.destinations.find(({ host, subset }) => wanted !== '' && (bySubset ? subset : host.split('.')[0]) === wanted);
}
