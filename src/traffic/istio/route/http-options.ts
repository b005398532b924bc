import { Duration } from 'cdk8s';
import { IstioCorsPolicy } from './cors-policy';
import { IstioHeaderOperations } from './header-operations';
import { IstioHttpMatch } from './http-match';
import { IstioRouteDestination } from './route-destination';

/**
 * Changes of path and host before a request is passed on.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite
 */
export interface IstioHttpRewrite {
  /**
   * Replaces the path, or the prefix by which the route matched.
   *
   * @default - the path stays
   */
  readonly uri?: string;

  /**
   * Replaces the host.
   *
   * @default - the host stays
   */
  readonly authority?: string;
}

/**
 * How often a failed request is tried again.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export interface IstioHttpRetries {
  /** How many further attempts are made, 0 or more; 0 turns Istio's own retries off. */
  readonly attempts: number;

  /**
   * How long each attempt may take, 1 ms or more.
   *
   * @default - the timeout of the route
   */
  readonly perTryTimeout?: Duration;

  /**
   * What counts as failed, for instance `gateway-error,connect-failure`.
   *
   * @default - Istio's own list
   */
  readonly retryOn?: string;
}

/**
 * Faults put into a share of the requests, to test how callers take them.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection
 */
export interface IstioHttpFault {
  /**
   * Delays requests by this time.
   *
   * @default - no request is delayed
   */
  readonly delay?: Duration;

  /**
   * The share of requests that is delayed, in percent.
   *
   * @default 100
   */
  readonly delayPercentage?: number;

  /**
   * Answers requests with this HTTP status, from 200 to 599.
   *
   * @default - no request is answered by the proxy
   */
  readonly abortStatus?: number;

  /**
   * The share of requests that is answered so, in percent.
   *
   * @default 100
   */
  readonly abortPercentage?: number;
}

/**
 * Where copies of requests go; their answers are dropped.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMirrorPolicy
 */
export interface IstioHttpMirror {
  /** Where the copies go. */
  readonly destination: IstioRouteDestination;

  /**
   * The share of requests that is copied, in percent.
   *
   * @default 100
   */
  readonly percentage?: number;
}

/**
 * What a route does with requests besides passing them on.
 */
export interface IstioHttpRouteOptions {
  /**
   * The name of the route. The controller finds a weighted route by its name.
   *
   * @default - `backend-routes` for the weighted route of a rollout; other routes have no name
   */
  readonly name?: string;

  /**
   * The requests that the route takes; a request that fits any of them is taken.
   *
   * @default - all paths: `IstioHttpMatch` with the prefix `/`
   */
  readonly match?: IstioHttpMatch[];

  /**
   * Changes of path and host.
   *
   * @default - path and host stay
   */
  readonly rewrite?: IstioHttpRewrite;

  /**
   * How long a request may take with all its attempts, 1 ms or more.
   *
   * @default - without limit
   */
  readonly timeout?: Duration;

  /**
   * How often a failed request is tried again.
   *
   * @default - 2 further attempts, decided by Istio
   */
  readonly retries?: IstioHttpRetries;

  /**
   * Which other sites' pages may call the route.
   *
   * @default - Istio adds no CORS headers
   */
  readonly cors?: IstioCorsPolicy;

  /**
   * Faults put into a share of the requests.
   *
   * @default - no faults
   */
  readonly fault?: IstioHttpFault;

  /**
   * Where copies of requests go.
   *
   * @default - requests are not copied
   */
  readonly mirrors?: IstioHttpMirror[];

  /**
   * Changes of headers.
   *
   * @default - headers stay as they are
   */
  readonly headers?: IstioHeaderOperations;
}
