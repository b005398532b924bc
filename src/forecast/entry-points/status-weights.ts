import { canaryIn, Release } from '../../model/release/release';
import { Destination, Route } from '../../model/routing/route';
import { splitsBackend } from '../../model/routing/routes';
import { SimulatorState } from '../../simulator/model/state';
import { CanaryStatus } from '../../simulator/model/status';

/** The destinations of a route that a router weights whose objects the simulator does not have: its weights are those of the status. */
export function weightedDestinations(release: Release, { status: { canary } }: SimulatorState, route: Route): readonly Destination[] {
  if (splitsBackend(route.object)) {
    return statusDestinations(release, canary);
  }
  const { weights } = canary;
  const { stable, current } = versionServices(release, canary);
  const weightOf = ({ service, weight }: Destination) => (
    weights === null ? weight : service?.name === current ? weights.canary.weight : service?.name === stable ? weights.stable.weight : weight
  );
  return route.destinations.map((destination) => ({ ...destination, weight: weightOf(destination) }));
}

/** Where a router sends what comes to the backend that it splits: to both versions, and to experiments. */
export function statusDestinations(release: Release, status: CanaryStatus): Destination[] {
  const { weights } = status;
  const { stable, current } = versionServices(release, status);
  const destination = (name: string, weight: number): Destination => ({
    host: name, service: { name, ...release.namespace !== undefined && { namespace: release.namespace } }, weight, path: '',
  });
  return [
    destination(stable, weights?.stable.weight ?? 100),
    destination(current, weights?.canary.weight ?? 0),
    ...(weights?.additional ?? []).map(({ serviceName, weight }) => destination(serviceName, weight)),
  ];
}

/** The Services of the two versions; of a pair that swaps, by who is whose turn it is. */
function versionServices(release: Release, { stablePingPong }: CanaryStatus): { readonly stable: string; readonly current: string } {
  const { pingPong, stableService = '', canaryService = '' } = canaryIn(release) ?? {};
  if (!pingPong) {
    return { stable: stableService, current: canaryService };
  }
  const { pingService, pongService } = pingPong;
  return stablePingPong === 'ping' ? { stable: pingService, current: pongService } : { stable: pongService, current: pingService };
}
