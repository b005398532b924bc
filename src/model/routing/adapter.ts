import { Route, RouteMatch, ServiceName } from './route';
import { Manifest } from '../../core/manifest';
import { KindName } from '../manifests/manifest-set';

/** What requests pass before the routes of an object. */
export interface Parent {
  /** `mesh` stands for the sidecars of callers, `gateway` for Istio's or the Gateway API's, `loadBalancer` for what an Ingress makes. */
  readonly kind: 'mesh' | 'gateway' | 'loadBalancer';
  readonly name: string;
  readonly namespace?: string;
  /** The API group of a gateway. */
  readonly group?: string;
  /** The listener of a gateway, where one is named. */
  readonly section?: string;
}

/** By which hosts, and through what, requests come to the routes of an object. */
export interface Attachment {
  readonly hosts: readonly string[];
  readonly parents: readonly Parent[];
  /** The object that delegates to it. */
  readonly root?: Manifest;
  /** Which requests the root hands on; empty for all. */
  readonly matches?: readonly RouteMatch[];
}

/** A host that an object names. */
export interface NamedHost {
  /** As the object writes it. */
  readonly host: string;
  /** In lower case, the name of a Service in full. */
  readonly name: string;
  /** The Service whose name in the mesh it is. */
  readonly service?: ServiceName;
  /** The field that names it. */
  readonly path: string;
}

/** How a kind of object writes its hosts, parents and routes: for what it says as a whole, and for findings that point into it. */
export interface Notation {
  /** The hosts that the object itself names. */
  readonly hosts: (object: Manifest) => NamedHost[];
  /** What requests pass before it. */
  readonly parents: (object: Manifest) => Parent[];
  /** The field that names the parents. */
  readonly parentsPath: string;
  /** The field that says which requests a route takes. */
  readonly matchesPath: (route: Route) => string;
  /** The field of a route that holds its destinations. */
  readonly destinations: string;
  /** The field of a destination that names its host. */
  readonly host: string;
  /** Whether a prefix of a path takes whole segments alone, so that `/api` does not take `/apis`. */
  readonly prefixBySegment: boolean;
}

/** An object that a Rollout names in its traffic routing. */
export interface NamedObject {
  readonly kind: KindName;
  readonly name: string;
  readonly namespace?: string;
  /** As the Rollout writes the name. */
  readonly written: string;
  /** The field that names it. */
  readonly path: string;
  /** The routes of it that are to be weighted, where the Rollout names some. */
  readonly routes?: { readonly names: readonly string[]; readonly path: string };
}
