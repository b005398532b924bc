import { checkDestinations, IstioRouteDestination } from './route-destination';
import type { VirtualServiceSpecTcp, VirtualServiceSpecTls, VirtualServiceSpecTlsMatch } from '../../../../imports/networking.istio.io';
import { checkHost, checkPort } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';

/**
 * The TLS connections that a route takes, without ending TLS.
 */
export interface IstioTlsRouteOptions {
  /** The names that the client asks for (SNI); each must be among the hosts of the VirtualService. At least one. */
  readonly sniHosts: string[];

  /**
   * The port that the client connects to.
   *
   * @default - any port
   */
  readonly port?: number;

  /**
   * The port of the Service; used where a rollout makes the route.
   *
   * @default - the first port of the Service
   */
  readonly servicePort?: number;
}

/**
 * The TCP connections that a route takes.
 */
export interface IstioTcpRouteOptions {
  /**
   * The port that the client connects to.
   *
   * @default - any port
   */
  readonly port?: number;

  /**
   * The port of the Service; used where a rollout makes the route.
   *
   * @default - the first port of the Service
   */
  readonly servicePort?: number;
}

/**
 * One route of a VirtualService for TLS connections that pass through.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute
 */
export class IstioTlsRoute {
  /**
   * Passes connections on.
   *
   * @param destinations Where to; several share the connections by their weights.
   * @param options The connections it takes.
   */
  public static to(destinations: IstioRouteDestination[], options: IstioTlsRouteOptions): IstioTlsRoute {
    return new IstioTlsRoute(destinations, options);
  }

  private constructor(private readonly destinations: IstioRouteDestination[], private readonly options: IstioTlsRouteOptions) {}

  /** @internal */
  public _problems(prop: string): Problem[] {
    return [...checkDestinations(`${prop}.destinations`, this.destinations), ...checkTlsOptions(prop, this.options)];
  }

  /** @internal */
  public _toJson(): Wire<VirtualServiceSpecTls> {
    return {
      match: [compact<Wire<VirtualServiceSpecTlsMatch>>({ port: this.options.port, sniHosts: this.options.sniHosts })],
      route: this.destinations.map((destination) => destination._toJson()),
    };
  }
}

/**
 * One route of a VirtualService for TCP connections.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute
 */
export class IstioTcpRoute {
  /**
   * Passes connections on.
   *
   * @param destinations Where to; several share the connections by their weights.
   * @param options The connections it takes.
   */
  public static to(destinations: IstioRouteDestination[], options: IstioTcpRouteOptions = {}): IstioTcpRoute {
    return new IstioTcpRoute(destinations, options);
  }

  private constructor(private readonly destinations: IstioRouteDestination[], private readonly options: IstioTcpRouteOptions) {}

  /** @internal */
  public _problems(prop: string): Problem[] {
    return [...checkDestinations(`${prop}.destinations`, this.destinations), ...checkPort(`${prop}.port`, this.options.port)];
  }

  /** @internal */
  public _toJson() {
    return compact<Wire<VirtualServiceSpecTcp>>({
      match: unlessEmpty(this.options.port === undefined ? [] : [{ port: this.options.port }]),
      route: this.destinations.map((destination) => destination._toJson()),
    });
  }
}

function checkTlsOptions(prop: string, options: IstioTlsRouteOptions): Problem[] {
  const none: Problem[] = options.sniHosts.length > 0 ? [] : [{
    rule: 'sni-hosts-present', prop: `${prop}.sniHosts`, wrong: 'is empty', remedy: 'name at least one host',
  }];
  return [
    ...none,
    ...options.sniHosts.flatMap((host, index) => checkHost(`${prop}.sniHosts[${index}]`, host)),
    ...checkPort(`${prop}.port`, options.port),
  ];
}
