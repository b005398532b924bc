import * as kplus from 'cdk8s-plus-28';
import { checkDnsLabel, checkPort, checkServiceName } from '../core/checks/checks';
import { Problem } from '../core/checks/problems';

/** Where Istio's own charts put the gateway pods. */
export const DEFAULT_GATEWAY_NAMESPACE = 'istio-system';

/**
 * Options of a gateway Service that is known by its name.
 */
export interface IstioGatewayServiceOptions {
  /**
   * The namespace of the Service.
   *
   * @default istio-system
   */
  readonly namespace?: string;

  /**
   * The port of the Service, from 1 to 65535.
   *
   * @default - 80, or 443 where an ALB speaks HTTPS to the gateway pods
   */
  readonly port?: number;
}

/**
 * The Service in front of the pods of an Istio ingress gateway.
 *
 * @example
 *
 * new AlbEntryPoint(chart, 'internal', {
 *   hosts: ['app-api.test.com'],
 *   gatewayService: IstioGatewayService.fromServiceName('istio-internalgateway', { namespace: 'istio-ingress' }),
 * });
 */
export class IstioGatewayService {
  /**
   * A Service that the installation of Istio creates.
   *
   * @param serviceName The name of the Service.
   * @param options Namespace and port.
   */
  public static fromServiceName(serviceName: string, options: IstioGatewayServiceOptions = {}): IstioGatewayService {
    return new IstioGatewayService(serviceName, options.namespace ?? DEFAULT_GATEWAY_NAMESPACE, options.port);
  }

  /**
   * A Service of this app.
   *
   * @param service The Service.
   * @param port The port of the Service, from 1 to 65535; 80, or 443 where an ALB speaks HTTPS to the gateway pods, unless given.
   */
  public static fromService(service: kplus.Service, port?: number): IstioGatewayService {
    return new IstioGatewayService(service.name, service.metadata.namespace, port);
  }

  private constructor(
    private readonly serviceName: string,
    private readonly namespace: string | undefined,
    private readonly port: number | undefined,
  ) {}

  /** @internal */
  public get _name(): string {
    return this.serviceName;
  }

  /** @internal */
  public get _namespace(): string | undefined {
    return this.namespace;
  }

  /** @internal */
  public get _port(): number | undefined {
    return this.port;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    return [
      ...checkServiceName(`${prop}.serviceName`, this.serviceName),
      ...this.namespace === undefined ? [] : checkDnsLabel(`${prop}.namespace`, this.namespace),
      ...checkPort(`${prop}.port`, this.port),
    ];
  }
}

/** The Service of Istio's own charts, unless another one is given. */
export function gatewayServiceOf({ gatewayService }: { readonly gatewayService?: IstioGatewayService }): IstioGatewayService {
  return gatewayService ?? IstioGatewayService.fromServiceName('istio-ingressgateway');
}
