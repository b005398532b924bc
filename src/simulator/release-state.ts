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

/**
 * The weights of one route.
 */
export interface RouteState {
  /** The kind of the object that holds the route. */
  readonly kind: string;

  /** The name of that object. */
  readonly name: string;

  /** Its namespace, where that is not the Rollout's. */
  readonly namespace?: string;

  /** The name of the route; without one its place, such as `http[0]`. */
  readonly route: string;

  /** The weight of each destination: a Service, or a subset of it as `service/subset`. */
  readonly weights: Record<string, number>;
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
  /** The revision whose pods a Service selects, or a subset of it as `service/subset`; null before the controller has touched it. */
  readonly services: Record<string, number | null>;
  /** The routes of the objects that the controller rewrites. */
  readonly routes: RouteState[];
}
