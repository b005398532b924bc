import { ApiObjectMetadata, Duration } from 'cdk8s';
import { AlbListener } from './alb-listener';
import { Rollout } from '../../rollout/rollout';
import { IIstioGateway } from '../../traffic/istio/object/gateway';
import { AwsLoadBalancerOptions } from '../aws-load-balancer-options';
import { IstioGatewayService } from '../istio-gateway-service';

/**
 * How an ALB speaks to the gateway pods.
 */
export enum AlbBackendProtocol {
  /** Plain HTTP: TLS ends at the ALB. The Gateway needs an `IstioGatewayServer.http`. */
  HTTP = 'HTTP',
  /** TLS anew; the ALB takes any certificate. The Gateway needs an `IstioGatewayServer.https`. */
  HTTPS = 'HTTPS',
}

/**
 * The version of HTTP in which an ALB speaks to the gateway pods.
 */
export enum AlbBackendProtocolVersion {
  /** HTTP/1.1. */
  HTTP1 = 'HTTP1',
  /** HTTP/2, gRPC among it; clients that speak HTTP/1.1 are refused (464). */
  HTTP2 = 'HTTP2',
}

/**
 * Properties of an `AlbEntryPoint`.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 */
export interface AlbEntryPointProps extends AwsLoadBalancerOptions {
  /**
   * Name, labels and annotations; an annotation given here stands above the one made from a prop. The namespace is that of
   * the gateway Service.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The rollouts whose hosts users and testers reach through the ALB.
   *
   * @default - those of `addRollout()`
   */
  readonly rollouts?: Rollout[];

  /**
   * Further hosts, of VirtualServices that no rollout has.
   *
   * @default - those of the rollouts alone
   */
  readonly hosts?: string[];

  /**
   * The Gateways behind the ALB; hosts of the rollouts on other Gateways are left out.
   *
   * @default - all Gateways of the rollouts
   */
  readonly gateways?: IIstioGateway[];

  /**
   * Whether requests for any host are passed on, in place of one rule for each host; Istio answers 404 to those that it
   * does not know. One rule serves any number of hosts, but neither certificates nor DNS names are found by host then.
   *
   * @default false
   */
  readonly anyHost?: boolean;

  /**
   * The Service in front of the gateway pods.
   *
   * @default - `istio-ingressgateway` in `istio-system`
   */
  readonly gatewayService?: IstioGatewayService;

  /**
   * The IngressClass of the AWS controller.
   *
   * @default alb
   */
  readonly ingressClassName?: string;

  /**
   * The ports.
   *
   * @default - HTTP on 80 and HTTPS on 443
   */
  readonly listeners?: AlbListener[];

  /**
   * Whether plain requests are answered with a redirect to the first HTTPS listener.
   *
   * @default - true with an HTTP and an HTTPS listener
   */
  readonly redirectToHttps?: boolean;

  /**
   * How the ALB speaks to the gateway pods.
   *
   * @default AlbBackendProtocol.HTTP
   */
  readonly backendProtocol?: AlbBackendProtocol;

  /**
   * The version of HTTP in which it does.
   *
   * @default AlbBackendProtocolVersion.HTTP1
   */
  readonly backendProtocolVersion?: AlbBackendProtocolVersion;

  /**
   * The group of Ingresses that share one ALB: up to 63 lower-case letters, digits, `-` and `.`.
   *
   * @default - an ALB of its own
   */
  readonly groupName?: string;

  /**
   * When the rules of this Ingress are tried within its group, from -1000 (first) to 1000.
   *
   * @default 0
   */
  readonly groupOrder?: number;

  /**
   * The ARN of the web ACL of WAFv2 that filters requests.
   *
   * @default - no filter
   */
  readonly wafAclArn?: string;

  /**
   * Whether AWS Shield Advanced protects the ALB; the account needs a subscription.
   *
   * @default - as it is set in AWS
   */
  readonly shieldAdvanced?: boolean;

  /**
   * How long a connection may be idle, in whole seconds from 1 to 4000. Longer than the longest answer of the applications.
   *
   * @default - 60 seconds, decided by AWS
   */
  readonly idleTimeout?: Duration;
}
