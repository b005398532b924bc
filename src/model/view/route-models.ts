import { DestinationModel, RouteModel, RouteProtocol, ServiceModel } from './release-model';
import { ServiceRole } from '../../core/constructs/service-role';
import { Manifest } from '../../core/manifest';
import { at, text } from '../../core/read';
import { ManifestSet } from '../manifests/manifest-set';
import { Release } from '../release/release';
import { Parent } from '../routing/adapter';
import { destinationRuleTarget } from '../routing/istio/targets';
import { Destination, Route } from '../routing/route';
import { attachmentsOf, objectsNear, routesOf, weightedRoutes } from '../routing/routes';

/** The routes that send traffic to a Service of a release, in the order of the names of their objects. */
export function routeModels(set: ManifestSet, release: Release, services: readonly ServiceModel[]): RouteModel[] {
  const { namespace } = release;
  const objects = new Set(services.flatMap(({ name }) => objectsNear(set, { name, ...namespace !== undefined && { namespace } })));
  return [...objects].sort((one, other) => keyOf(one) < keyOf(other) ? -1 : 1).flatMap((object) => {
    const weighted = weightedRoutes(release, object);
    return routesOf(object).map((route) => routeModel(set, release, services, { route, weighted: weighted.includes(route) }));
  }).filter(({ destinations }) => destinations.some(({ role }) => role !== undefined));
}

function keyOf({ metadata, kind }: Manifest): string {
  return `${metadata?.name} ${metadata?.namespace ?? ''} ${kind}`;
}

function routeModel(
  set: ManifestSet, release: Release, services: readonly ServiceModel[], { route, weighted }: { readonly route: Route; readonly weighted: boolean },
): RouteModel {
  const attachments = attachmentsOf(set, route.object);
  const hosts = route.hosts.length > 0 ? route.hosts : attachments.flatMap((attachment) => attachment.hosts);
  return {
    kind: text(route.object.kind),
    object: text(at(route.object, 'metadata', 'name')),
    protocol: route.protocol as string as RouteProtocol,
    ...route.name !== undefined && { name: route.name },
    hosts: [...new Set(hosts)],
    gateways: [...new Set(attachments.flatMap(({ parents }) => parents).flatMap(gatewayName))],
    weighted,
    destinations: route.destinations.map((destination) => destinationModel(release, services, destination)),
  };
}

function gatewayName({ kind, namespace, name }: Parent): string[] {
  return kind === 'loadBalancer' ? [] : [namespace === undefined ? name : `${namespace}/${name}`];
}

function destinationModel(release: Release, services: readonly ServiceModel[], { host, service, subset, weight }: Destination): DestinationModel {
  const isNear = service && (service.namespace === release.namespace || service.namespace === undefined || release.namespace === undefined);
  const named = isNear ? services.find(({ name }) => name === service.name)?.role : undefined;
  const role = named === undefined ? undefined : subsetRole(release, subset) ?? named;
  return { service: service?.name ?? host, ...subset !== undefined && { subset }, weight, ...role !== undefined && { role } };
}

/** Subsets of another host are not versions of this release. */
function subsetRole(release: Release, subset: string | undefined): ServiceRole | undefined {
  const rule = destinationRuleTarget(release);
  return subset === undefined || !rule ? undefined
    : subset === rule.stableSubset ? ServiceRole.STABLE : subset === rule.canarySubset ? ServiceRole.CANARY : undefined;
}
