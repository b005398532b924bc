import { Duration } from 'cdk8s';
import type { DestinationRuleSpecTrafficPolicy } from '../../../../imports/networking.istio.io';
import { checkPositive, checkWhole } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { goDuration } from '../../../core/duration';
import { compact, unlessEmpty } from '../../../core/manifest';

type Policy = Wire<DestinationRuleSpecTrafficPolicy>;
type LoadBalancer = NonNullable<Policy['loadBalancer']>;
type Pool = NonNullable<Policy['connectionPool']>;

/**
 * How requests are spread over the pods of a destination.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class IstioLoadBalancer {
  /**
   * To the pod with fewer open requests, of two chosen at random; Istio's default.
   */
  public static leastRequest(): IstioLoadBalancer {
    return new IstioLoadBalancer({ simple: 'LEAST_REQUEST' });
  }

  /**
   * To one pod after the other.
   */
  public static roundRobin(): IstioLoadBalancer {
    return new IstioLoadBalancer({ simple: 'ROUND_ROBIN' });
  }

  /**
   * To a pod chosen at random.
   */
  public static random(): IstioLoadBalancer {
    return new IstioLoadBalancer({ simple: 'RANDOM' });
  }

  /**
   * To the address that the client asked for.
   */
  public static passthrough(): IstioLoadBalancer {
    return new IstioLoadBalancer({ simple: 'PASSTHROUGH' });
  }

  /**
   * Keeps a client on one pod by the value of a request header.
   *
   * @param header The name of the header.
   */
  public static hashByHeader(header: string): IstioLoadBalancer {
    return new IstioLoadBalancer({ consistentHash: { httpHeaderName: header } });
  }

  /**
   * Keeps a client on one pod by the value of a query parameter.
   *
   * @param parameter The name of the parameter.
   */
  public static hashByQueryParameter(parameter: string): IstioLoadBalancer {
    return new IstioLoadBalancer({ consistentHash: { httpQueryParameterName: parameter } });
  }

  /**
   * Keeps a client on one pod by its address.
   */
  public static hashBySourceIp(): IstioLoadBalancer {
    return new IstioLoadBalancer({ consistentHash: { useSourceIp: true } });
  }

  private constructor(private readonly settings: LoadBalancer) {}

  /** @internal */
  public _toJson(): LoadBalancer {
    return this.settings;
  }
}

/**
 * How connections to a destination are secured.
 */
export enum IstioDestinationTlsMode {
  /** No TLS. */
  DISABLE = 'DISABLE',
  /** TLS as any client would do it. */
  SIMPLE = 'SIMPLE',
  /** Mutual TLS with Istio's own certificates. */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

/**
 * How Istio treats connections to a destination.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy
 */
export interface IstioTrafficPolicy {
  /**
   * How requests are spread over the pods.
   *
   * @default IstioLoadBalancer.leastRequest()
   */
  readonly loadBalancer?: IstioLoadBalancer;

  /**
   * How many connections there may be to all pods.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;

  /**
   * How long setting up a connection may take.
   *
   * @default - 10 seconds, decided by Istio
   */
  readonly connectTimeout?: Duration;

  /**
   * How many requests may wait for a connection.
   *
   * @default - no limit
   */
  readonly maxPendingRequests?: number;

  /**
   * How many requests may be open to all pods.
   *
   * @default - no limit
   */
  readonly maxRequests?: number;

  /**
   * How many server errors in a row take a pod out for a while.
   *
   * @default - no pod is taken out
   */
  readonly consecutiveErrors?: number;

  /**
   * How long such a pod is left out at first.
   *
   * @default - 30 seconds, decided by Istio
   */
  readonly ejectionTime?: Duration;

  /**
   * How connections are secured.
   *
   * @default - decided by the mesh
   */
  readonly tls?: IstioDestinationTlsMode;
}

export function renderTrafficPolicy(policy: IstioTrafficPolicy | undefined) {
  return policy && unlessEmpty(compact<Policy>({
    loadBalancer: policy.loadBalancer?._toJson(),
    connectionPool: unlessEmpty(compact<Pool>({
      tcp: unlessEmpty(compact<NonNullable<Pool['tcp']>>({
        maxConnections: policy.maxConnections, connectTimeout: policy.connectTimeout && goDuration(policy.connectTimeout),
      })),
      http: unlessEmpty(compact<NonNullable<Pool['http']>>({ http1MaxPendingRequests: policy.maxPendingRequests, http2MaxRequests: policy.maxRequests })),
    })),
    outlierDetection: unlessEmpty(compact<NonNullable<Policy['outlierDetection']>>({
      consecutive5xxErrors: policy.consecutiveErrors, baseEjectionTime: policy.ejectionTime && goDuration(policy.ejectionTime),
    })),
    tls: policy.tls && { mode: `${policy.tls}` },
  }));
}

export function checkTrafficPolicy(prop: string, policy: IstioTrafficPolicy | undefined): Problem[] {
  const limits = ['maxConnections', 'maxPendingRequests', 'maxRequests', 'consecutiveErrors'] as const;
  return [
    ...checkPositive(`${prop}.connectTimeout`, policy?.connectTimeout),
    ...checkPositive(`${prop}.ejectionTime`, policy?.ejectionTime),
    ...limits.flatMap((key) => checkWhole('traffic-policy-limit', `${prop}.${key}`, policy?.[key], { min: 0 })),
  ];
}
