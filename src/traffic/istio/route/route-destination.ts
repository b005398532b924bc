import * as kplus from 'cdk8s-plus-28';
import { checkHeaderOperations, IstioHeaderOperations, renderHeaderOperations } from './header-operations';
import type { VirtualServiceSpecHttpRoute, VirtualServiceSpecHttpRouteDestination } from '../../../../imports/networking.istio.io';
import { checkHost, checkPort, checkWhole } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact, Manifest } from '../../../core/manifest';
import { TrafficService } from '../../../rollout/traffic/traffic-context';

/**
 * Options of a `IstioRouteDestination`.
 */
export interface IstioRouteDestinationOptions {
  /**
   * The port of the Service.
   *
   * @default - the only port of the Service
   */
  readonly port?: number;

  /**
   * The subset of a DestinationRule for this host.
   *
   * @default - all pods of the Service
   */
  readonly subset?: string;

  /**
   * The share of the requests, in proportion to the other destinations of the route.
   *
   * @default - all requests, where it is the only destination
   */
  readonly weight?: number;

  /**
   * Changes of headers for this destination; http routes only.
   *
   * @default - headers stay as they are
   */
  readonly headers?: IstioHeaderOperations;
}

/**
 * Where a route sends requests.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination
 */
export class IstioRouteDestination {
  /**
   * Sends requests to a Service in the namespace of the VirtualService.
   *
   * @param service The Service; its first port is used unless another is given.
   * @param options Port, subset, weight and headers.
   */
  public static toService(service: kplus.Service, options: IstioRouteDestinationOptions = {}): IstioRouteDestination {
    return new IstioRouteDestination(service.name, { port: service.port, ...options });
  }

  /**
   * Sends requests to a host by name.
   *
   * @param host The name of a Service, or a full host name; a short name is completed with the namespace of the VirtualService.
   * @param options Port, subset, weight and headers.
   */
  public static toHost(host: string, options: IstioRouteDestinationOptions = {}): IstioRouteDestination {
    return new IstioRouteDestination(host, options);
  }

  private constructor(private readonly host: string, private readonly options: IstioRouteDestinationOptions) {}

  /** @internal */
  public get _weight(): number | undefined {
    return this.options.weight;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    return [
      ...checkHost(`${prop}.host`, this.host),
      ...checkPort(`${prop}.port`, this.options.port),
      ...checkHeaderOperations(`${prop}.headers`, this.options.headers),
      ...checkWhole('weight-range', `${prop}.weight`, this.options.weight, { min: 0 }),
    ];
  }

  /** @internal */
  public _toJson() {
    const { port, subset, weight, headers } = this.options;
    return compact<Wire<VirtualServiceSpecHttpRoute>>({
      destination: compact<Wire<VirtualServiceSpecHttpRouteDestination>>({
        host: this.host, port: port === undefined ? undefined : { number: port }, subset,
      }),
      weight,
      headers: renderHeaderOperations(headers),
    });
  }
}

/** Istio refuses weights that sum to zero, and takes a missing one for zero beside others. */
export function checkDestinations(prop: string, destinations: IstioRouteDestination[]): Problem[] {
  if (destinations.length === 0) {
    return [{ rule: 'route-destination-present', prop, wrong: 'leads nowhere', remedy: 'pass at least one destination' }];
  }
  const sum = destinations.reduce((total, destination) => total + (destination._weight ?? 0), 0);
  const weightless: Problem[] = destinations.length > 1 && sum === 0 ? [{
    rule: 'route-weight-sum', prop, wrong: 'the weights sum to 0', got: 0, remedy: 'give the destinations weights that sum to 100',
  }] : [];
  return [...destinations.flatMap((destination, index) => destination._problems(`${prop}[${index}]`)), ...weightless];
}

/** The Service of a rendered destination as the controller finds it: by the first label of the host. */
export function serviceOf(entry: Manifest): string {
  return String(entry.destination?.host ?? '').split('.')[0];
}

/** Sends requests to a Service of a rollout; its first port is used unless another is given. */
export function toService({ name, ports }: TrafficService, options: IstioRouteDestinationOptions = {}): IstioRouteDestination {
  return IstioRouteDestination.toHost(name, { port: ports[0]?.port, ...options });
}
