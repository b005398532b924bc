import { Manifest } from '../../core/manifest';

/** What a route carries. */
export type Protocol = 'http' | 'grpc' | 'tls' | 'tcp';

/** A Service within the cluster. */
export interface ServiceName {
  readonly name: string;
  /** Left out where the object that names it has no namespace in its manifest. */
  readonly namespace?: string;
}

/** A part of the traffic of a route, or a copy of it. */
export interface Destination {
  /** As the object writes it: a host of the mesh, or the name of a backend. */
  readonly host: string;
  /** The Service behind it; left out for a host outside of the cluster and for a backend of another kind. */
  readonly service?: ServiceName;
  /** The subset of a DestinationRule. */
  readonly subset?: string;
  /** The port of the Service, as it is written: a number or a name. */
  readonly port?: number | string;
  /** Its part of the sum of all weights of the route; of a mirror, the percentage that is copied. */
  readonly weight: number;
  /** Where it is written, such as `spec.http[0].route[1].destination`. */
  readonly path: string;
}

/** What a condition looks at. */
export type Subject = 'path' | 'method' | 'scheme' | 'authority' | 'header' | 'withoutHeader' | 'query' | 'gateway' | 'port' | 'sourceLabel' | 'sourceNamespace' | 'sni' | 'destinationSubnet' | 'other';

/** One thing that a match asks of a request or connection. */
export interface Condition {
  readonly subject: Subject;
  /** The name of the header, query parameter or label. */
  readonly name?: string;
  /** `present` asks for the header or parameter alone; `pattern` is a path whose meaning the controller of an Ingress decides. */
  readonly operator: 'exact' | 'prefix' | 'regex' | 'present' | 'pattern';
  /** Any of them suffices. */
  readonly values: readonly string[];
  readonly ignoresCase?: true;
}

/** A match of a route: all of its conditions hold. Without a condition it takes every request. */
export interface RouteMatch {
  readonly conditions: readonly Condition[];
  readonly path: string;
}

/** One rule by which an object of a router sends traffic to Services; the same for every router. */
export interface Route {
  /** The object that holds it. */
  readonly object: Manifest;
  readonly protocol: Protocol;
  /** What it is called: its name, or its place in the object, such as `http[0]`. */
  readonly key: string;
  /** Its own name, where it has one. */
  readonly name?: string;
  /** Where it is written, such as `spec.http[0]`. */
  readonly path: string;
  /** The hosts that the object or the rule names, in lower case; empty where it takes those of what it is attached to. */
  readonly hosts: readonly string[];
  /** Any of them suffices; empty where it takes every request. */
  readonly matches: readonly RouteMatch[];
  readonly destinations: readonly Destination[];
  readonly mirrors: readonly Destination[];
  /** Where it hands requests to another object instead of to destinations. */
  readonly delegate?: ServiceName;
  /** Whether it answers by itself, with a redirect or a fixed response. */
  readonly answers?: true;
}

/** Whether a route takes every request that comes to its hosts. */
export function takesAll({ matches }: Pick<Route, 'matches'>): boolean {
  return matches.length === 0 || matches.some(({ conditions }) => conditions.length === 0);
}

/** The percent of a route's requests that a destination gets, of 100 altogether. */
export function percentOf({ destinations }: Pick<Route, 'destinations'>, destination: Destination): number {
  const sum = destinations.reduce((total, { weight }) => total + weight, 0);
  return sum === 0 ? 0 : destination.weight * 100 / sum;
}

/** `namespace/name`, as indexes have it. */
export function serviceKey({ namespace, name }: ServiceName): string {
  return `${namespace ?? ''}/${name}`;
}

/** Whether two names are those of one Service. A namespace that is not written is that of whoever applies the manifests, which a written one may be too. */
export function isSameService(one: ServiceName, other: ServiceName): boolean {
  return one.name === other.name && (one.namespace === other.namespace || one.namespace === undefined || other.namespace === undefined);
}
