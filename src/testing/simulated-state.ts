import { ReleaseState } from '../simulator/release-state';

/**
 * The phase of a Rollout.
 *
 * @see status.phase
 */
export enum RolloutPhase {
  /** All pods run the version that was deployed last, and users reach it. */
  HEALTHY = 'Healthy',
  /** The release goes on by itself. */
  PROGRESSING = 'Progressing',
  /** The release waits for its pause to end, or for a person. */
  PAUSED = 'Paused',
  /** The release was aborted, or made no progress in time. */
  DEGRADED = 'Degraded',
}

/**
 * What the pods of a revision are for.
 */
export enum RevisionRole {
  /** The version that was promoted last. */
  STABLE = 'stable',
  /** The new version of a canary release. */
  CANARY = 'canary',
  /** The version behind the active Service of a blue-green release. */
  ACTIVE = 'active',
  /** The version behind the preview Service of a blue-green release. */
  PREVIEW = 'preview',
}

/**
 * The pods of one revision of a simulated release.
 */
export interface SimulatedRevision {
  /** The revision; the first deployment is 1, and every new version the next number. */
  readonly revision: number;

  /** What its pods are for; empty for the pods of a former version. */
  readonly roles: RevisionRole[];

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
  /** The kind of the object that holds the route. */
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
   * The phase of the Rollout.
   *
   * @see status.phase
   */
  readonly phase: RolloutPhase;

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
    phase: state.phase as RolloutPhase,
    revisions: state.revisions.map(({ scaleDownAt, roles, ...revision }) => (
      { ...revision, roles: roles as RevisionRole[], ...scaleDownAt !== null && { scaleDownAt } }
    )),
    services: withoutNull(state.services),
  };
}

function withoutNull(record: Record<string, number | null>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => value === null ? [] : [[key, value]]));
}
