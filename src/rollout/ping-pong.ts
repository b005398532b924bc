import * as kplus from 'cdk8s-plus-28';

/**
 * Two Services that swap the roles of stable and canary with every release, so that no selector of a Service in use
 * ever changes.
 *
 * @see spec.strategy.canary.pingPong
 */
export interface PingPong {
  /**
   * The first Service, created elsewhere.
   *
   * @default - a Service is created
   */
  readonly pingService?: kplus.Service;

  /**
   * The name of the first Service, when it is created.
   *
   * @default - the name of the rollout with `-ping` behind it
   */
  readonly pingServiceName?: string;

  /**
   * The second Service, created elsewhere.
   *
   * @default - a Service is created
   */
  readonly pongService?: kplus.Service;

  /**
   * The name of the second Service, when it is created.
   *
   * @default - the name of the rollout with `-pong` behind it
   */
  readonly pongServiceName?: string;
}
