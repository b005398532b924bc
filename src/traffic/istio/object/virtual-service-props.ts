import { ApiObjectMetadata } from 'cdk8s';
import { IIstioGateway } from './gateway';
import { IstioApiVersion } from '../istio-api-version';
import { IstioHttpRoute } from '../route/http-route';
import { IstioTcpRoute, IstioTlsRoute } from '../route/l4-route';

/**
 * Properties of a `VirtualService`.
 */
export interface VirtualServiceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The hosts whose requests are routed; none for a VirtualService that others delegate to.
   *
   * @default - none: others delegate to it
   * @see spec.hosts
   */
  readonly hosts?: string[];

  /**
   * The Gateways through which requests come in.
   *
   * @default - none: requests come from the mesh
   * @see spec.gateways
   */
  readonly gateways?: IIstioGateway[];

  /**
   * Whether callers inside the mesh are routed too.
   *
   * @default - true without gateways, false with gateways
   * @see spec.gateways (the reserved name `mesh`)
   */
  readonly mesh?: boolean;

  /**
   * The http routes; the first that takes a request decides.
   *
   * @default - no http routes
   * @see spec.http
   */
  readonly http?: IstioHttpRoute[];

  /**
   * The routes of TLS connections that pass through.
   *
   * @default - no tls routes
   * @see spec.tls
   */
  readonly tls?: IstioTlsRoute[];

  /**
   * The routes of TCP connections.
   *
   * @default - no tcp routes
   * @see spec.tcp
   */
  readonly tcp?: IstioTcpRoute[];

  /**
   * The namespaces that see the VirtualService; `.` is its own.
   *
   * @default - all namespaces
   * @see spec.exportTo
   */
  readonly exportTo?: string[];

  /**
   * The version of the API.
   *
   * @default IstioApiVersion.V1
   */
  readonly apiVersion?: IstioApiVersion;
}
