import { Duration } from 'cdk8s';

/**
 * How often and when a failed sync is tried again.
 *
 * @see spec.syncPolicy.retry
 */
export interface ArgoCdRetry {
  /**
   * How often it is tried again; -1 is without end.
   *
   * @see spec.syncPolicy.retry.limit
   */
  readonly limit: number;

  /**
   * How long to wait before the first time, in whole seconds, 1 second or more.
   *
   * @default - 5 seconds, decided by Argo CD
   * @see spec.syncPolicy.retry.backoff.duration
   */
  readonly backoff?: Duration;

  /**
   * By what the wait is multiplied each time; 1 or more.
   *
   * @default - 2, decided by Argo CD
   * @see spec.syncPolicy.retry.backoff.factor
   */
  readonly backoffFactor?: number;

  /**
   * The longest wait, in whole seconds, `backoff` or more.
   *
   * @default - 3 minutes, decided by Argo CD
   * @see spec.syncPolicy.retry.backoff.maxDuration
   */
  readonly maxBackoff?: Duration;
}
