import { Construct } from 'constructs';
import { IstioCanaryTraffic } from './istio-canary-traffic';
import { CanaryRollout } from '../../../rollout/canary-rollout';
import { CanaryRolloutCommonProps } from '../../../rollout/canary-rollout-props';
import { IstioCanaryTrafficOptions } from '../istio-traffic-options';
import { DestinationRule } from '../object/destination-rule';
import { VirtualService } from '../object/virtual-service';

/**
 * Properties of an `IstioCanaryRollout`: those of a `CanaryRollout`, and those of `IstioTraffic.canary`.
 */
export interface IstioCanaryRolloutProps extends CanaryRolloutCommonProps, IstioCanaryTrafficOptions {}

/**
 * A workload whose new version takes over the users step by step, by Istio weights.
 *
 * Outside of a release all users are on the stable version (100/0). Each `setWeight` moves a share of them; each pause
 * waits for a person; promoting ends at 100/0 on the new version, aborting and undoing at 100/0 on the old one.
 *
 * @example
 *
 * new IstioCanaryRollout(chart, 'app', {
 *   replicas: 3,
 *   containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
 *   ports: [{ name: 'http', port: 80, targetPort: 5000 }],
 *   steps: [CanaryStep.setWeight(30), CanaryStep.pause()],
 *   hosts: ['app-api.test.com'],
 *   gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
 *   preview: CanaryPreview.host('app-api-canary.test.com'),
 * });
 */
export class IstioCanaryRollout extends CanaryRollout {
  private readonly traffic: IstioCanaryTraffic;

  /**
   * @param scope The construct to which the rollout belongs.
   * @param id The id in that scope; the name of the Rollout, unless `metadata.name` is set.
   * @param props The pods, the steps, and where users come from.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: IstioCanaryRolloutProps) {
    const traffic = IstioCanaryTraffic._of(props, '');
    super(scope, id, { ...props, traffic });
    this.traffic = traffic;
  }

  /** The VirtualServices of this app that the rollout uses, those of the testers included. */
  public get virtualServices(): VirtualService[] {
    return this.traffic.virtualServices;
  }

  /** The DestinationRule with the two subsets; nothing when the splitting is by host. */
  public get destinationRule(): DestinationRule | undefined {
    return this.traffic.destinationRule;
  }
}
