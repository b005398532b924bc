import { selectsPods } from './audience';
import { coversHost } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';
import { GATEWAY } from '../../../model/manifests/kinds';
import { kindOf, ManifestSet } from '../../../model/manifests/manifest-set';
import { namedHosts, parentsOf } from '../../../model/routing/notations';
import { ROUTING_KINDS, servicesOf } from '../../../model/routing/routes';
import { Environment } from '../../environment';
import { perEnvironment } from '../../per-environment';
import { routedPaths } from '../paths/routed-paths';

const APIS = [...new Set(ROUTING_KINDS.map(({ group }) => group))];

/** Hosts that something serves. */
export interface Serving {
  readonly exact: ReadonlySet<string>;
  readonly wild: readonly string[];
}

export function isServed({ exact, wild }: Serving, host: string): boolean {
  return exact.has(host) || wild.some((wildcard) => coversHost(wildcard, host));
}

/** All objects that take requests by their hosts. */
export function routingObjects(set: ManifestSet): Manifest[] {
  return ROUTING_KINDS.flatMap((kind) => set.ofKind(kind));
}

/** The hosts from now on. */
export const hostsAnywhere = perEnvironment(({ after }) => servingOf(routingObjects(after), after));

const hostsBehindGateways = perApi(({ after }) => routingObjects(after), ledToPods);

/**
 * The hosts from now on that may take the place of those of an object. What stands before a gateway, such as an Ingress, serves none
 * whose route behind it is gone: the gateway answers 404.
 */
export function hostsInPlaceOf(object: Manifest, environment: Environment): Serving {
  return parentsOf(object).some(({ kind }) => kind === 'loadBalancer') ? hostsAnywhere(environment) : hostsBehindGateways(object, environment);
}

/** Finds once for each environment the hosts of the objects that have the API of a given one in common, and of others. */
export function perApi(
  objects: (environment: Environment) => readonly Manifest[], others: (environment: Environment) => readonly Manifest[],
): (object: Manifest, environment: Environment) => Serving {
  const byApi = perEnvironment((environment) => new Map(APIS.map((api) => (
    [api, servingOf([...objects(environment).filter((object) => kindOf(object).group === api), ...others(environment)], environment.after)]
  ))));
  return (object, environment) => byApi(environment).get(kindOf(object).group)!;
}

/** The objects that send requests straight to pods of a release. */
export function ledToPods(environment: Environment): Manifest[] {
  return routingObjects(environment.after).filter((object) => (
    !isBehindMeshGateway(object) && servicesOf(object).some((service) => selectsPods(service, environment))
  ));
}

/** Whether an object is attached to the mesh or to a gateway of it, before which something else may stand. */
export function isBehindMeshGateway(object: Manifest): boolean {
  return parentsOf(object).some(({ kind, group }) => kind === 'mesh' || group === GATEWAY.group);
}

/** The hosts that objects serve; without a host an object may serve all. */
export function servingOf(objects: readonly Manifest[], set: ManifestSet): Serving {
  const hosts = objects.flatMap((object) => [
    ...namedHosts(object).map(({ name }) => name),
    ...routedPaths(set, object).some(({ host }) => host === '') ? ['*'] : [],
  ]);
  return { exact: new Set(hosts), wild: [...new Set(hosts.filter((host) => host.startsWith('*')))] };
}
