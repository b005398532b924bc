import { Manifest } from '../../core/manifest';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { Destination, serviceKey, ServiceName } from '../../model/routing/route';
import { objectsTo, routesOf } from '../../model/routing/routes';

/** The routing objects that send traffic to a port of a Service by its number. */
export function usersOfPort(set: ManifestSet, service: ServiceName, port: unknown): Manifest[] {
  return usersOf(set, service, (destination) => destination.port === port);
}

/** The routing objects that send traffic to a subset of a Service. */
export function usersOfSubset(set: ManifestSet, service: ServiceName, subset: string): Manifest[] {
  return usersOf(set, service, (destination) => destination.subset === subset);
}

function usersOf(set: ManifestSet, service: ServiceName, is: (destination: Destination) => boolean): Manifest[] {
  const key = serviceKey(service);
  return objectsTo(set, service).filter((object) => routesOf(object).some(({ destinations, mirrors }) => (
    [...destinations, ...mirrors].some((destination) => destination.service && serviceKey(destination.service) === key && is(destination))
  )));
}
