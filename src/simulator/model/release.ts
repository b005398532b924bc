import { Manifest } from '../../core/manifest';

/** What stays the same through all events: the Rollout, without its template, its replicas and whether it is paused. */
export interface Release {
  readonly name: string;
  readonly namespace?: string;
  /** The strategy as written; exactly one of the two is there. */
  readonly blueGreen?: Manifest;
  readonly canary?: Manifest;
  readonly steps: readonly Manifest[];
  /** Whether the template is that of a workload. */
  readonly refersToWorkload: boolean;
  /** The labels by which it selects its pods. */
  readonly selector: Readonly<Record<string, string>>;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
  readonly progressDeadlineAbort: boolean;
  readonly revisionHistoryLimit: number;
  readonly rollbackWindow: number;
}

const DEFAULT_DELAY_SECONDS = 30;

/** The seconds that a former ReplicaSet stays up; without a router it does not. */
export function scaleDownDelay({ blueGreen, canary }: Release): number {
  if (blueGreen) {
    return blueGreen.scaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS;
  }
  return canary?.trafficRouting ? canary.scaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS : 0;
}

/** The seconds that the pods of an aborted update stay up; nothing where they are kept. */
export function abortScaleDownDelay({ blueGreen, canary }: Release): number | undefined {
  if (canary && !canary.trafficRouting) {
    return 0;
  }
  return (blueGreen ?? canary)?.abortScaleDownDelaySeconds === 0
    ? undefined
    : (blueGreen ?? canary)?.abortScaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS;
}

export function scaleDownRevisionLimit({ blueGreen, canary }: Release): number {
  return (blueGreen ?? canary)?.scaleDownDelayRevisionLimit ?? Infinity;
}

/** Every traffic share is out of this number. */
export function maxWeight({ canary }: Release): number {
  return canary?.trafficRouting?.maxTrafficWeight ?? 100;
}

/** The pods that a basic canary may have too many, and that may be missing. */
export function maxSurge(release: Release, replicas: number): number {
  return release.canary ? fenceposts(release, replicas).surge : 0;
}

export function maxUnavailable(release: Release, replicas: number): number {
  if (replicas === 0) {
    return 0;
  }
  const unavailable = release.canary
    ? fenceposts(release, replicas).unavailable
    : share(release.blueGreen?.maxUnavailable, replicas, Math.floor);
  return Math.min(unavailable, replicas);
}

/** Both zero would leave no way to go on. */
function fenceposts({ canary }: Release, replicas: number): { surge: number; unavailable: number } {
  const surge = share(canary?.maxSurge, replicas, Math.ceil);
  const unavailable = share(canary?.maxUnavailable, replicas, Math.floor);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** A text is a percentage, with or without the sign. */
function share(value: unknown, replicas: number, round: (value: number) => number): number {
  return typeof value === 'number' ? value : round(parseInt(String(value ?? '25'), 10) * replicas / 100);
}
