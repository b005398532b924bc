import { Duration } from 'cdk8s';
import { StringMatch } from '../../../core/constructs/string-match';

/**
 * Which other sites' pages may call a route.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy
 */
export interface IstioCorsPolicy {
  /** The origins that may call, at least one. */
  readonly allowOrigins: StringMatch[];

  /**
   * The methods that may be used.
   *
   * @default - those that browsers allow without asking
   */
  readonly allowMethods?: string[];

  /**
   * The request headers that may be sent.
   *
   * @default - those that browsers allow without asking
   */
  readonly allowHeaders?: string[];

  /**
   * The response headers that pages may read.
   *
   * @default - those that browsers allow without asking
   */
  readonly exposeHeaders?: string[];

  /**
   * How long browsers may remember the answer.
   *
   * @default - decided by the browser
   */
  readonly maxAge?: Duration;

  /**
   * Whether cookies and credentials may be sent.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;
}
