import { IstioCanaryTraffic } from './canary/istio-canary-traffic';
import { IstioBlueGreenTraffic } from './istio-blue-green-traffic';
import { IstioBlueGreenTrafficOptions, IstioCanaryTrafficOptions } from './istio-traffic-options';

/**
 * Routes the traffic of a rollout with Istio VirtualServices; pass it as `traffic`.
 */
export class IstioTraffic {
  /**
   * For a `BlueGreenRollout`: routes users to the active Service, and testers to the preview Service.
   *
   * Users and testers get a VirtualService each. During a release only the selectors of the Services change, so Git and the
   * controller never write the same route.
   *
   * @param options Hosts, gateways, and what the routes do.
   *
   * @example
   *
   * new BlueGreenRollout(chart, 'app', {
   *   containers,
   *   traffic: IstioTraffic.blueGreen({
   *     hosts: ['app-api.test.com'],
   *     previewHosts: ['app-api-preview.test.com'],
   *     gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
   *     httpRoutes: [{ timeout: Duration.seconds(5) }],
   *   }),
   * });
   */
  public static blueGreen(options: IstioBlueGreenTrafficOptions): IstioBlueGreenTraffic {
    return IstioBlueGreenTraffic._of(options);
  }

  /**
   * For a `CanaryRollout`: shifts users by the weights of VirtualServices. `IstioCanaryRollout` takes the same options as its own.
   *
   * @param options Hosts, gateways, routes, splitting and preview.
   *
   * @example
   *
   * new CanaryRollout(chart, 'app', {
   *   containers,
   *   steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
   *   traffic: IstioTraffic.canary({
   *     hosts: ['app-api.test.com'],
   *     gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
   *     preview: CanaryPreview.host('app-api-canary.test.com'),
   *   }),
   * });
   */
  public static canary(options: IstioCanaryTrafficOptions): IstioCanaryTraffic {
    return IstioCanaryTraffic._of(options, 'traffic.');
  }

  private constructor() {}
}
