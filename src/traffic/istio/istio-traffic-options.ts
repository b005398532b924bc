import { CanaryPreview } from './canary/canary-preview';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary/canary-virtual-service';
import { TrafficSplitting } from './canary/traffic-splitting';
import { IstioApiVersion } from './istio-api-version';
import { IstioVirtualServiceOptions } from './istio-virtual-service-options';
import { IIstioGateway } from './object/gateway';
import { VirtualService } from './object/virtual-service';

/**
 * How users and testers of a blue-green rollout come in.
 */
export interface IstioBlueGreenTrafficOptions extends IstioVirtualServiceOptions {
  /**
   * The hosts of the new version, for acceptance tests; none of them may be a host of the users.
   *
   * @default - the new version is reached by the DNS name of its Service alone
   */
  readonly previewHosts?: string[];

  /**
   * The Gateways through which testers come in.
   *
   * @default - those of the users
   */
  readonly previewGateways?: IIstioGateway[];

  /**
   * The name of the VirtualService of the testers.
   *
   * @default - the name of the rollout with `-preview` behind it
   */
  readonly previewVirtualServiceName?: string;

  /**
   * VirtualServices that route to the two Services already, where those created from `hosts`, `gateways` and the routes are not
   * enough; excludes these props.
   *
   * @default - one VirtualService is created for the users, and one for the testers where there are preview hosts
   */
  readonly virtualServices?: VirtualService[];

  /**
   * The version of Istio's API in which objects are written.
   *
   * @default IstioApiVersion.V1
   */
  readonly istioApiVersion?: IstioApiVersion;
}

/**
 * How users of a canary rollout come in, how the weights split them, and how testers reach the new version.
 */
export interface IstioCanaryTrafficOptions extends CanaryVirtualServiceProps {
  /**
   * How the weights tell the two versions apart.
   *
   * @default TrafficSplitting.hostLevel()
   */
  readonly splitting?: TrafficSplitting;

  /**
   * How testers reach the new version over HTTPS.
   *
   * @default - by the DNS name of its Service alone, where it has one
   */
  readonly preview?: CanaryPreview;

  /**
   * The VirtualServices whose weights are shifted, where one created from `hosts`, `gateways` and the routes is not
   * enough; excludes these props.
   *
   * @default - one VirtualService is created
   * @see spec.strategy.canary.trafficRouting.istio
   */
  readonly virtualServices?: CanaryVirtualService[];

  /**
   * The version of Istio's API in which objects are written.
   *
   * @default IstioApiVersion.V1
   */
  readonly istioApiVersion?: IstioApiVersion;
}
