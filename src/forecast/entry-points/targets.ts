import { Targets } from './entry-point';
import { Destination, isSameService, percentOf, Route } from '../../model/routing/route';
import { SimulatorState } from '../../simulator/model/state';
import { ReleaseContext } from '../release-context';
import { Target } from '../release-forecast';
import { experimentRevision, subsetShares } from '../shares';

/** Where the destinations of a route send requests in a state, and who answers there. */
export function targetsOf(context: ReleaseContext, state: SimulatorState, route: Pick<Route, 'destinations' | 'mirrors'>): Targets {
  const [mirror] = route.mirrors;
  return {
    targets: route.destinations.map((destination) => targetOf(context, state, destination, percentOf(route, destination))),
    ...mirror && { mirror: targetOf(context, state, mirror, mirror.weight) },
  };
}

function targetOf(context: ReleaseContext, state: SimulatorState, destination: Destination, percent: number): Target {
  const own = serviceInRelease(context, destination);
  const { host, subset } = destination;
  const base = { percent, service: own ?? host.split('.')[0], ...subset !== undefined && { subset } };
  if (own !== undefined) {
    return { ...base, revisions: subsetShares(state, own, subset) };
  }
  const experiment = experimentRevision(context.release, state, base.service);
  return experiment === undefined ? { ...base, revisions: [], foreign: true } : { ...base, revisions: [{ revision: experiment, percent: 100 }] };
}

/** The Service of the release to which a destination leads; nothing where it is another's. */
export function serviceInRelease({ release: { namespace }, initial: { services } }: ReleaseContext, { service }: Destination): string | undefined {
  return service && Object.hasOwn(services, service.name) && isSameService(service, { name: service.name, namespace }) ? service.name : undefined;
}
