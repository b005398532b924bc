import { RouteMatch } from './route';
import { Manifest } from '../../core/manifest';

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
