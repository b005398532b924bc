import { ReleaseState } from '../simulator/release-state';

/**
 * The pods of one revision of a simulated release.
 */
export interface SimulatedRevision {
  /** The revision; the first deployment is 1, and every new version the next number. */
  readonly revision: number;

  /**
   * What its pods are for: of a canary release `stable` and `canary`, of a blue-green release `stable`, `active` and `preview`. Empty
   * for the pods of a former version.
   */
  readonly roles: string[];

  /** The pods that it should have. */
  readonly replicas: number;

  /** The pods that are ready. */
  readonly ready: number;

  /**
   * When its pods go, in seconds since the first deployment.
   *
   * @default - they stay
   */
  readonly scaleDownAt?: number;
}

/**
 * The weights of one route of a simulated release.
 */
export interface SimulatedRoute {
  /** The kind of the object that holds the route, such as `VirtualService`. */
  readonly kind: string;

  /** The name of that object. */
  readonly name: string;

  /**
   * The namespace of that object.
   *
   * @default - the namespace of the Rollout
   */
  readonly namespace?: string;

  /** The name of the route; without a name its place in the object, such as `http[0]`. */
  readonly route: string;

  /** The weight of each destination, by the name of the Service; a subset of it is called `service/subset`. */
  readonly weights: { [destination: string]: number };
}

/**
 * What a simulated release looks like, once an event has had all its effects.
 */
export interface SimulatedState {
  /** The seconds that have been waited since the first deployment. */
  readonly time: number;

  /**
   * The phase of the Rollout: `Healthy`, `Progressing`, `Paused` or `Degraded`.
   *
   * @see status.phase
   */
  readonly phase: string;

  /**
   * Why it is in that phase; empty if it is healthy.
   *
   * @see status.message
   */
  readonly message: string;

  /**
   * The index of the current step, from 0; the number of steps once all are done.
   *
   * @see status.currentStepIndex
   */
  readonly step: number;

  /** The number of steps. */
  readonly steps: number;

  /** All revisions that the controller remembers, the oldest first. */
  readonly revisions: SimulatedRevision[];

  /**
   * The revision whose pods a Service selects, by the name of the Service; a subset of it is called `service/subset`. Services and
   * subsets that the controller has not written are left out.
   */
  readonly services: { [service: string]: number };

  /** The routes of the objects that the controller rewrites; empty where these are not simulated. */
  readonly routes: SimulatedRoute[];
}

/**
 * One event of a simulated release.
 */
export interface SimulatedStep {
  /** The event as JSON, in the form of an events file: `"promote"`, `{"scale":6}`. */
  readonly event: string;

  /** The state to which it led. */
  readonly state: SimulatedState;
}

/** Other languages have no null in a map. */
export function toSimulatedState(state: ReleaseState): SimulatedState {
  return {
    ...state,
    revisions: state.revisions.map(({ scaleDownAt, ...revision }) => ({ ...revision, ...scaleDownAt !== null && { scaleDownAt } })),
    services: withoutNull(state.services),
  };
}

function withoutNull(record: Record<string, number | null>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => value === null ? [] : [[key, value]]));
}
