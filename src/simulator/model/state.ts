import { AnalysisPhase, Hash, Status } from './status';
import { Manifest } from '../../core/manifest';
import { ServiceName } from '../../model/routing/route';

/** Pods that are ready, and become available after `minReadySeconds`. */
export interface PendingPods {
  readonly count: number;
  /** Milliseconds. */
  readonly at: number;
}

/** The pods of one revision. */
export interface ReplicaSet {
  readonly hash: Hash;
  readonly revision: number;
  /** The pod template as canonical JSON, so that equal templates are equal texts. */
  readonly template: string;
  readonly replicas: number;
  /** The annotation `desired-replicas`: the Rollout's replicas when it was last scaled. */
  readonly desired: number;
  /** The annotation `scale-down-deadline`, in seconds. */
  readonly deadline: number | null;
  /** The pods that there are. */
  readonly created: number;
  readonly ready: number;
  /** Those of the ready pods that are not available yet. */
  readonly pending: readonly PendingPods[];
}

/** Which pods a Service selects. */
export interface ServiceState {
  /** What its manifest selects by; the hash comes on top. */
  readonly selector: Readonly<Record<string, string>>;
  /** Whether it carries the annotation by which the controller knows its own. */
  readonly managed: boolean;
  readonly hash: Hash;
}

export type AnalysisRunType = 'Step' | 'Background' | 'PrePromotion' | 'PostPromotion' | 'Experiment' | 'Plugin';

/** An analysis, an experiment or a plugin at work. */
export interface AnalysisRun {
  readonly id: number;
  readonly type: AnalysisRunType;
  /** The verdict on each template. */
  readonly verdicts: Readonly<Record<string, AnalysisPhase>>;
  /** The templates without whose success it does not end. */
  readonly required: readonly string[];
  readonly phase: AnalysisPhase;
  readonly stepIndex: number | null;
  /** When it ends by itself, in milliseconds. */
  readonly endsAt: number | null;
  readonly terminated: boolean;
}

/** A subset, and the pods that its labels choose. */
export interface Subset {
  readonly name: string;
  readonly hash: Hash;
}

/** What divides the pods of one Service into subsets, for routes that tell the versions apart by them. */
export interface SubsetsState {
  /** The object that defines the subsets, as it is in Git. */
  readonly object: Manifest;
  /** The host whose pods it divides, as written. */
  readonly host: string;
  /** The Service behind the host; left out for a host outside of the cluster. */
  readonly service?: ServiceName;
  readonly subsets: readonly Subset[];
}

/** What people and Git write. */
export interface RolloutSpec {
  readonly template: string;
  readonly replicas: number;
  readonly paused: boolean;
  readonly generation: number;
}

/** Everything in the cluster that a release knows of, at one moment. Plain JSON, never changed. */
export interface SimulatorState {
  /** Milliseconds since the first state. Expiry that is strict comes one millisecond late, and what is written down is whole seconds. */
  readonly now: number;
  /** Whether new pods stay unready. */
  readonly held: boolean;
  readonly spec: RolloutSpec;
  /** The annotation `revision` of the Rollout. */
  readonly revision: number;
  readonly status: Status;
  /** In the order of their creation. */
  readonly replicaSets: readonly ReplicaSet[];
  readonly services: Readonly<Record<string, ServiceState>>;
  /** The objects whose routes the controller rewrites, as they are now. */
  readonly routingObjects: readonly Manifest[];
  readonly subsets: SubsetsState | null;
  readonly runs: readonly AnalysisRun[];
  /** How many ReplicaSets and runs there have been. */
  readonly hashes: number;
  readonly runIds: number;
}

/** Whole seconds, as times are written into objects. */
export function secondsOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
