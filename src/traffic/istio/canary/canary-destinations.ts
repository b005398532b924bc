import { TrafficSplitting } from './traffic-splitting';
import { compact, Manifest } from '../../../core/manifest';
import { TrafficContext } from '../../../rollout/traffic/traffic-context';
import { IstioRouteDestination, serviceOf, toService } from '../route/route-destination';

/** The two versions of a release, as routes name them. */
export interface CanaryDestinations {
  /** The version in production: it starts with all the users. */
  stable(port?: number, weight?: number): IstioRouteDestination;
  canary(port?: number, weight?: number): IstioRouteDestination;
  /** How a rendered destination is recognised as one of the two. */
  isStable(entry: Manifest): boolean;
  isCanary(entry: Manifest): boolean;
}

export function canaryDestinations({ services }: TrafficContext, splitting: TrafficSplitting): CanaryDestinations {
  const subsets = splitting._subsets;
  if (subsets) {
    const to = (subset: string) => (port?: number, weight?: number) => (
      toService(services[0], compact({ subset, port, weight }))
    );
    return {
      stable: to(subsets.stableSubset),
      canary: to(subsets.canarySubset),
      isStable: (entry) => entry.destination?.subset === subsets.stableSubset,
      isCanary: (entry) => entry.destination?.subset === subsets.canarySubset,
    };
  }
  const [stable, canary] = services;
  return {
    stable: (port, weight) => toService(stable, compact({ port, weight })),
    canary: (port, weight) => toService(canary, compact({ port, weight })),
    isStable: (entry) => serviceOf(entry) === stable.name,
    isCanary: (entry) => serviceOf(entry) === canary.name,
  };
}
