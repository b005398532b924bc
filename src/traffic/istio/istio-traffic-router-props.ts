import { CanaryPreview } from './canary-preview';
import { CanaryVirtualService } from './canary-virtual-service';
import { IstioApiVersion } from './object/istio-api-version';
import { TrafficSplitting } from './traffic-splitting';

/**
 * Properties of an `IstioTrafficRouter`.
 */
export interface IstioTrafficRouterProps {
  /** The VirtualServices whose weights are shifted. At least one. */
  readonly virtualServices: CanaryVirtualService[];

  /**
   * How the weights tell the two versions apart.
   *
   * @default TrafficSplitting.hostLevel()
   */
  readonly splitting?: TrafficSplitting;

  /**
   * How testers reach the new version.
   *
   * @default - by the DNS name of its Service alone, where it has one
   */
  readonly preview?: CanaryPreview;

  /**
   * The version of Istio's API in which objects are written.
   *
   * @default IstioApiVersion.V1
   */
  readonly istioApiVersion?: IstioApiVersion;
}
