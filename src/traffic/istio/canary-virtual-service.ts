import { IIstioGateway } from './object/gateway';
import { VirtualService } from './object/virtual-service';
import { IstioHttpRouteOptions } from './route/http-options';
import { IstioHttpRoute } from './route/http-route';
import { IstioTcpRouteOptions, IstioTlsRouteOptions } from './route/l4-route';
import { checkDnsLabel } from '../../core/checks';
import { Problem } from '../../core/problems';

/**
 * A VirtualService that a canary rollout creates: where it listens, and which of its routes carry weights.
 */
export interface CanaryVirtualServiceProps {
  /**
   * The hosts of the users.
   *
   * @default - the name of the stable Service, for callers inside the mesh
   */
  readonly hosts?: string[];

  /**
   * The Gateways through which users come in.
   *
   * @default - none: callers inside the mesh only, which needs `mesh: true` where hosts are named
   */
  readonly gateways?: IIstioGateway[];

  /**
   * Whether callers inside the mesh that use the Service's own name are split too; its name is added to the hosts.
   *
   * @default - true where neither hosts nor gateways are named, false otherwise
   */
  readonly mesh?: boolean;

  /**
   * The http routes that carry weights, in order. Each needs a name of its own, but for a single one.
   *
   * @default - one route named `backend-routes` that takes all paths; none where tls or tcp routes are given
   */
  readonly httpRoutes?: IstioHttpRouteOptions[];

  /**
   * The tls routes that carry weights.
   *
   * @default - no tls routes
   */
  readonly tlsRoutes?: IstioTlsRouteOptions[];

  /**
   * The tcp routes that carry weights.
   *
   * @default - no tcp routes
   */
  readonly tcpRoutes?: IstioTcpRouteOptions[];

  /**
   * Routes that are tried before the weighted ones: redirects, other Services.
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
   * The name of the VirtualService.
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

/**
 * The routes of an existing VirtualService that carry weights.
 */
export interface IstioWeightedRoutesOptions {
  /**
   * The names of its http routes that carry weights.
   *
   * @default - none
   * @see spec.strategy.canary.trafficRouting.istio.virtualService.routes
   */
  readonly routes?: string[];

  /**
   * Its tls routes that carry weights, found by port and SNI hosts.
   *
   * @default - none
   * @see spec.strategy.canary.trafficRouting.istio.virtualService.tlsRoutes
   */
  readonly tlsRoutes?: IstioTlsRouteOptions[];

  /**
   * Its tcp routes that carry weights, found by port.
   *
   * @default - none
   * @see spec.strategy.canary.trafficRouting.istio.virtualService.tcpRoutes
   */
  readonly tcpRoutes?: IstioTcpRouteOptions[];
}

/**
 * Options of a VirtualService known by name.
 */
export interface NamedVirtualServiceOptions extends IstioWeightedRoutesOptions {
  /**
   * The namespace of the VirtualService.
   *
   * @default - the namespace of the rollout
   */
  readonly namespace?: string;
}

interface ExistingRoutes {
  readonly name: string;
  readonly namespace?: string;
  readonly construct?: VirtualService;
  readonly weighted: IstioWeightedRoutesOptions;
}

/**
 * A VirtualService whose weights a canary rollout shifts: created for it, passed, or known by name.
 *
 * @example
 *
 * new IstioCanaryRollout(chart, 'app', {
 *   containers,
 *   steps,
 *   virtualServices: [CanaryVirtualService.fromVirtualServiceName('shop', { routes: ['main'] })],
 * });
 */
export class CanaryVirtualService {
  /**
   * Creates a VirtualService.
   *
   * @param props Where it listens, and its routes. With several, each needs a `virtualServiceName` of its own.
   */
  public static create(props: CanaryVirtualServiceProps): CanaryVirtualService {
    return new CanaryVirtualService(props);
  }

  /**
   * Uses a VirtualService of this app. Each weighted route must lead to both versions.
   *
   * @param virtualService The VirtualService.
   * @param routes The names of its http routes that carry weights, and its weighted tls and tcp routes.
   */
  public static fromVirtualService(virtualService: VirtualService, routes: IstioWeightedRoutesOptions): CanaryVirtualService {
    return new CanaryVirtualService(undefined, {
      name: virtualService.name, namespace: virtualService.namespace, construct: virtualService, weighted: routes,
    });
  }

  /**
   * Refers to a VirtualService that exists already. Each weighted route must lead to both versions.
   *
   * @param name The name of the VirtualService.
   * @param options The names of its http routes that carry weights, its weighted tls and tcp routes, and its namespace.
   */
  public static fromVirtualServiceName(name: string, options: NamedVirtualServiceOptions): CanaryVirtualService {
    return new CanaryVirtualService(undefined, { name, namespace: options.namespace, weighted: options });
  }

  private constructor(private readonly created?: CanaryVirtualServiceProps, private readonly existing?: ExistingRoutes) {}

  /** @internal */
  public get _created(): CanaryVirtualServiceProps | undefined {
    return this.created;
  }

  /** @internal */
  public get _existing(): ExistingRoutes | undefined {
    return this.existing;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    const { existing } = this;
    if (!existing) {
      return [];
    }
    const { routes = [], tlsRoutes = [], tcpRoutes = [] } = existing.weighted;
    const problems = checkDnsLabel(`${prop}.name`, existing.name);
    if (routes.length + tlsRoutes.length + tcpRoutes.length === 0) {
      problems.push({
        rule: 'weighted-routes-named',
        prop: `${prop}.routes`,
        wrong: 'no route is named, and the controller may change no weight without a word',
        remedy: "name the weighted routes, for instance { routes: ['backend-routes'] }",
      });
    }
    const names = existing.construct?._http.map(({ name }) => name);
    problems.push(...routes.filter((route) => names && !names.includes(route)).map((route) => ({
      rule: 'weighted-route-exists', prop: `${prop}.routes`, wrong: `VirtualService ${existing.name} has no such http route`, got: route, remedy: 'name one of its routes',
    })));
    return problems;
  }
}
