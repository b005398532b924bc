import { checkDnsLabel } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { IstioVirtualServiceOptions } from '../istio-virtual-service-options';
import { VirtualService } from '../object/virtual-service';
import { IVirtualService } from '../object/virtual-service-reference';
import { IstioTcpRouteOptions, IstioTlsRouteOptions } from '../route/l4-route';

/**
 * A VirtualService that a canary rollout creates: where it listens, and which of its routes carry weights.
 */
export interface CanaryVirtualServiceProps extends IstioVirtualServiceOptions {
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
 *   virtualServices: [CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('shop'), { routes: ['main'] })],
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
   * Uses a VirtualService of this app, or one that exists already. Each weighted route must lead to both versions.
   *
   * @param virtualService The VirtualService.
   * @param routes The names of its http routes that carry weights, and its weighted tls and tcp routes.
   */
  public static fromVirtualService(virtualService: IVirtualService, routes: IstioWeightedRoutesOptions): CanaryVirtualService {
    const construct = virtualService instanceof VirtualService ? virtualService : undefined;
    const [name, namespace] = virtualService.virtualServiceName.split('/').reverse();
    return new CanaryVirtualService(undefined, { name, namespace, construct, weighted: routes });
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
