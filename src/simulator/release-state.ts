/**
 * One ReplicaSet of a release.
 */
export interface RevisionState {
  /** The revision of the Rollout that it is. */
  readonly revision: number;

  /** What it is for, of `stable`, `canary`, `active` and `preview`; empty for a former one. */
  readonly roles: string[];

  /** The pods that it should have. */
  readonly replicas: number;

  /** The pods that are ready. */
  readonly ready: number;

  /** When it is scaled down, in seconds since the first deployment; null where nothing is decided. */
  readonly scaleDownAt: number | null;
}

/** What a release looks like once an event has had all its effects. */
export interface ReleaseState {
  /** Seconds of the waits so far. */
  readonly time: number;
  readonly phase: string;
  readonly message: string;
  readonly step: number;
  readonly steps: number;
  readonly revisions: RevisionState[];
  /** The revision whose pods a Service selects; null before the controller has touched it. */
  readonly services: Record<string, number | null>;
  /** Weights by VirtualService, route, and host or subset. */
  readonly virtualServices: Record<string, Record<string, Record<string, number>>>;
  /** The revision of each subset's pods. */
  readonly destinationRules: Record<string, Record<string, number | null>>;
}
