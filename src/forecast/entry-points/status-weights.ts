import { Release } from '../../model/release/release';
import { Destination, Route } from '../../model/routing/route';
import { splitsBackend } from '../../model/routing/routes';
import { SimulatorState } from '../../simulator/model/state';
import { Status } from '../../simulator/model/status';
import { versionServices } from '../../simulator/router/version-services';

/** The destinations of a route that a router weights whose objects the simulator does not have: its weights are those of the status. */
export function weightedDestinations(release: Release, { status }: SimulatorState, route: Route): readonly Destination[] {
  if (splitsBackend(route.object)) {
    return statusDestinations(release, status);
  }
  const { weights } = status.canary;
  const { stable, canary } = versionServices(release, status, true);
  const weightOf = ({ service, weight }: Destination) => (
    weights === null ? weight : service?.name === canary ? weights.canary.weight : service?.name === stable ? weights.stable.weight : weight
  );
  return route.destinations.map((destination) => ({ ...destination, weight: weightOf(destination) }));
}

/** Where a router sends what comes to the backend that it splits: to both versions, and to experiments. */
export function statusDestinations(release: Release, status: Status): Destination[] {
  const { weights } = status.canary;
  const { stable, canary } = versionServices(release, status, true);
  const destination = (name: string, weight: number): Destination => ({
    host: name, service: { name, ...release.namespace !== undefined && { namespace: release.namespace } }, weight, path: '',
  });
  return [
    destination(stable, weights?.stable.weight ?? 100),
    destination(canary, weights?.canary.weight ?? 0),
    ...(weights?.additional ?? []).map(({ serviceName, weight }) => destination(serviceName, weight)),
  ];
}
