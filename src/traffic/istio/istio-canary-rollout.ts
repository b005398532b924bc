import { Construct } from 'constructs';
import { CanaryPreview } from './canary-preview';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary-virtual-service';
import { IstioTrafficRouter } from './istio-traffic-router';
import { DestinationRule } from './object/destination-rule';
import { IstioApiVersion } from './object/istio-api-version';
import { VirtualService } from './object/virtual-service';
import { TrafficSplitting } from './traffic-splitting';
import { Problem, Problems } from '../../core/problems';
import { CanaryRollout } from '../../rollout/canary-rollout';
import { CanaryRolloutCommonProps } from '../../rollout/canary-rollout-props';

/**
 * Properties of an `IstioCanaryRollout`.
 */
export interface IstioCanaryRolloutProps extends CanaryRolloutCommonProps, CanaryVirtualServiceProps {
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
  private readonly router: IstioTrafficRouter;

  /**
   * @param scope The construct to which the rollout belongs.
   * @param id The id in that scope; the name of the Rollout, unless `metadata.name` is set.
   * @param props The pods, the steps, and where users come from.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: IstioCanaryRolloutProps) {
    const problems = new Problems();
    problems.add(...checkEitherWay(props));
    problems.throwIfAny([scope.node.path, id].filter(Boolean).join('/'));
    const router = new IstioTrafficRouter({
      virtualServices: props.virtualServices ?? [CanaryVirtualService.create(props)],
      splitting: props.splitting,
      preview: props.preview,
      istioApiVersion: props.istioApiVersion,
    });
    super(scope, id, { ...props, trafficRouter: router });
    this.router = router;
  }

  /** The VirtualServices of this app that the rollout uses, those of the testers included. */
  public get virtualServices(): VirtualService[] {
    return this.router.virtualServices;
  }

  /** The DestinationRule with the two subsets; nothing when the splitting is by host. */
  public get destinationRule(): DestinationRule | undefined {
    return this.router.destinationRule;
  }
}

const CREATED_BY: Array<keyof CanaryVirtualServiceProps> = [
  'hosts', 'gateways', 'mesh', 'httpRoutes', 'tlsRoutes', 'tcpRoutes', 'precedingRoutes', 'servicePort', 'virtualServiceName', 'exportTo',
];

function checkEitherWay(props: IstioCanaryRolloutProps): Problem[] {
  const both = CREATED_BY.filter((key) => props[key] !== undefined);
  return props.virtualServices && both.length > 0 ? [{
    rule: 'passed-or-created',
    prop: `virtualServices, ${both.join(', ')}`,
    wrong: 'VirtualServices are both passed and described for creation',
    remedy: 'leave out virtualServices, or move the other props into CanaryVirtualService.create()',
  }] : [];
}
