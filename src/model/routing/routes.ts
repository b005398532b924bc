import { Attachment, Notation } from './adapter';
import { gatewayApiNotation } from './gateway-api/notation';
import { gatewayApiAttachments, gatewayApiRouteId, gatewayApiRoutes } from './gateway-api/read-route';
import { weightedGatewayApiRoutes } from './gateway-api/targets';
import { ingressRouteId, loadBalancerTitle } from './ingress/describe';
import { ingressNotation } from './ingress/notation';
import { ingressAttachments, ingressRoutes } from './ingress/read-ingress';
import { weightedIngressRoutes } from './ingress/targets';
import { virtualServiceNotation } from './istio/notation';
import { virtualServiceAttachments, virtualServiceRoutes } from './istio/read-virtual-service';
import { weightedVirtualServiceRoutes } from './istio/targets';
import { Route, serviceKey, ServiceName, takesAll } from './route';
import { Manifest } from '../../core/manifest';
import { GRPC_ROUTE, HTTP_ROUTE, INGRESS, TCP_ROUTE, TLS_ROUTE, VIRTUAL_SERVICE } from '../manifests/kinds';
import { KindName, kindOf, ManifestSet } from '../manifests/manifest-set';
import { SetIndex } from '../manifests/set-index';
import type { Release } from '../release/release';

/** How one kind of object is read as neutral routes. */
interface Adapter {
  readonly kind: KindName;
  readonly routes: (object: Manifest) => Route[];
  readonly attachments: (set: ManifestSet, object: Manifest) => Attachment[];
  /** Those of its routes whose weights a release shifts. */
  readonly weighted: (release: Release, object: Manifest, routes: readonly Route[]) => readonly Route[];
  /** Whether the first route that matches takes a request; otherwise the most specific one does. */
  readonly firstMatchWins?: true;
  /** Whether one backend of a route stands for both versions: its router splits what comes to it. */
  readonly splitsBackend?: true;
  /** What tells a route from all others, with the name of its object. */
  readonly id: (route: CalledRoute, name: string) => string;
  /** What a person has to know of a route beside the kind and name of its object. */
  readonly title: (route: CalledRoute) => string;
  readonly notation: Notation;
}

/** A route as far as it is called something. */
export type CalledRoute = Pick<Route, 'object' | 'key' | 'hosts' | 'matches'>;

const ADAPTERS: readonly Adapter[] = [
  {
    kind: VIRTUAL_SERVICE,
    routes: virtualServiceRoutes,
    attachments: virtualServiceAttachments,
    weighted: weightedVirtualServiceRoutes,
    firstMatchWins: true,
    id: ({ key }, name) => `${name}/${key}`,
    title: ({ key }) => `route ${key}`,
    notation: virtualServiceNotation,
  },
  ...[HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE].map((kind): Adapter => ({
    kind,
    routes: gatewayApiRoutes,
    attachments: gatewayApiAttachments,
    weighted: weightedGatewayApiRoutes,
    id: gatewayApiRouteId,
    title: ({ key }) => key,
    notation: gatewayApiNotation,
  })),
  {
    kind: INGRESS,
    routes: ingressRoutes,
    attachments: ingressAttachments,
    weighted: weightedIngressRoutes,
    splitsBackend: true,
    id: ingressRouteId,
    title: ({ object }) => loadBalancerTitle(object),
    notation: ingressNotation,
  },
];

/** The kinds of objects that send traffic to Services. */
export const ROUTING_KINDS: readonly KindName[] = ADAPTERS.map(({ kind }) => kind);

const KNOWN = new WeakMap<Manifest, readonly Route[]>();

/** The routes of an object; none of an object of another kind. */
export function routesOf(object: Manifest): readonly Route[] {
  const known = KNOWN.get(object) ?? adapterOf(object)?.routes(object) ?? [];
  KNOWN.set(object, known);
  return known;
}

/** By which hosts, and through what, requests come to the routes of an object. */
export function attachmentsOf(set: ManifestSet, object: Manifest): Attachment[] {
  return adapterOf(object)?.attachments(set, object) ?? [];
}

/** The routes of an object whose weights a release shifts: the one place that decides it. */
export function weightedRoutes(release: Release, object: Manifest): readonly Route[] {
  return adapterOf(object)?.weighted(release, object, routesOf(object)) ?? [];
}

/** The routes of an object that get requests: none behind one that takes them all. */
export function reachableRoutes(object: Manifest): readonly Route[] {
  const all = routesOf(object);
  const isBehind = ({ protocol }: Route, index: number) => all.slice(0, index).some((before) => before.protocol === protocol && takesAll(before));
  return adapterOf(object)?.firstMatchWins ? all.filter((route, index) => !isBehind(route, index)) : all;
}

/** Whether one backend of each weighted route of an object stands for both versions: the object itself never names the other one. */
export function splitsBackend(object: Manifest): boolean {
  return adapterOf(object)?.splitsBackend === true;
}

/** What tells a route from all others, with the name of its object. */
export function routeId(route: CalledRoute, name: string): string {
  return adapterOf(route.object)?.id(route, name) ?? `${name}/${route.key}`;
}

/** What a person has to know of a route beside the kind and name of its object: `route main`, `rules[0]`, `ALB, internet-facing`. */
export function routeTitle(route: CalledRoute): string {
  return adapterOf(route.object)?.title(route) ?? route.key;
}

/** The adapter of the kind of an object; nothing of an object that routes nothing. */
export function adapterOf(object: Manifest): Adapter | undefined {
  const { group, kind } = kindOf(object);
  return ADAPTERS.find((adapter) => adapter.kind.kind === kind && adapter.kind.group === group);
}

/** The objects with a route to a Service, by its key, and by its name in any namespace. */
const BY_SERVICE = ROUTING_KINDS.map((kind) => new SetIndex(kind, (object) => (
  servicesOf(object).flatMap((service) => [serviceKey(service), anyNamespace(service.name)])
)));

const anyNamespace = (name: string) => `*/${name}`;

/** The Services to which an object sends traffic, or copies of it. */
export function servicesOf(object: Manifest): ServiceName[] {
  return routesOf(object).flatMap(({ destinations, mirrors }) => [...destinations, ...mirrors]).flatMap(({ service }) => service ?? []);
}

/** The objects with a route to a Service of exactly that namespace. */
export function objectsTo(set: ManifestSet, service: ServiceName): Manifest[] {
  return BY_SERVICE.flatMap((index) => index.find(set, serviceKey(service)));
}

/** The same, where a namespace that is not written may be any: it is that of whoever applies the manifests. */
export function objectsNear(set: ManifestSet, { name, namespace }: ServiceName): Manifest[] {
  const keys = namespace === undefined ? [anyNamespace(name)] : [serviceKey({ name, namespace }), serviceKey({ name })];
  return [...new Set(BY_SERVICE.flatMap((index) => keys.flatMap((key) => index.find(set, key))))];
}
