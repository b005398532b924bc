import { IIstioGateway } from './object/gateway';
import { IstioHttpRouteOptions } from './route/http-options';
import { IstioHttpRoute } from './route/http-route';

/**
 * A VirtualService that a rollout creates: where it listens, and what its http routes do.
 */
export interface IstioVirtualServiceOptions {
  /**
   * The hosts of the users.
   *
   * @default - canary: the name of the stable Service, for callers inside the mesh; blue-green: at least one is needed
   */
  readonly hosts?: string[];

  /**
   * The Gateways through which users come in.
   *
   * @default - none: callers inside the mesh only, which needs `mesh: true` where hosts are named
   */
  readonly gateways?: IIstioGateway[];

  /**
   * Whether callers inside the mesh are routed too. A canary rollout adds the name of its Service to the hosts then.
   *
   * @default - true where no gateways are named, false otherwise
   */
  readonly mesh?: boolean;

  /**
   * The http routes to the Services, in order. Each needs a name of its own, but for a single one. In a canary release they carry the
   * weights. In a blue-green release testers have the same ones, so that the new version is tested under the conditions in which it
   * will run.
   *
   * @default - one route named `backend-routes` that takes all paths; none where tls or tcp routes are given
   */
  readonly httpRoutes?: IstioHttpRouteOptions[];

  /**
   * Routes that are tried before these, on the hosts of the users: redirects, other Services.
   *
   * @default - none
   */
  readonly precedingRoutes?: IstioHttpRoute[];

  /**
   * The port of the Services to which http routes lead.
   *
   * @default - their first port
   */
  readonly servicePort?: number;

  /**
   * The name of the VirtualService of the users.
   *
   * @default - the name of the rollout
   */
  readonly virtualServiceName?: string;

  /**
   * The namespaces that see the VirtualService; `.` is its own.
   *
   * @default - all namespaces
   */
  readonly exportTo?: string[];
}
