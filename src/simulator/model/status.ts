/**
 * Which ReplicaSet: the number of its creation, where the controller has the hash of its template. 0 stands for none.
 */
export type Hash = number;

export type AnalysisPhase = 'Running' | 'Successful' | 'Failed' | 'Error' | 'Inconclusive';

export type PauseReason = 'CanaryPauseStep' | 'BlueGreenPause' | 'InconclusiveAnalysisRun' | 'InconclusiveExperiment';

/** A pause that goes on. */
export interface PauseCondition {
  readonly reason: PauseReason;
  /** Seconds. */
  readonly startTime: number;
}

export type ConditionType = 'Progressing' | 'Paused' | 'Available' | 'Healthy' | 'Completed';

/** A condition of the Rollout. */
export interface Condition {
  readonly type: ConditionType;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  /** Seconds. */
  readonly lastUpdateTime: number;
}

/** A share of the users, and the pods to which it goes. */
export interface WeightDestination {
  readonly weight: number;
  readonly hash: Hash;
  readonly serviceName: string;
}

/** The shares that were written last. */
export interface TrafficWeights {
  readonly canary: WeightDestination;
  readonly stable: WeightDestination;
  readonly additional: readonly WeightDestination[];
}

/** The run to which the status refers. */
export interface RunStatus {
  readonly id: number;
  readonly phase: AnalysisPhase;
}

/** The part of the status that a canary release has. */
export interface CanaryStatus {
  readonly weights: TrafficWeights | null;
  readonly stablePingPong: 'ping' | 'pong' | '';
  readonly stepRun: RunStatus | null;
  readonly backgroundRun: RunStatus | null;
  readonly experiment: number | null;
  readonly plugin: number | null;
}

/** The part of the status that a blue-green release has. */
export interface BlueGreenStatus {
  readonly previewSelector: Hash;
  readonly activeSelector: Hash;
  readonly scaleUpPreviewCheckPoint: boolean;
  readonly preRun: RunStatus | null;
  readonly postRun: RunStatus | null;
}

/** The status of the Rollout, as far as anything hangs on it. */
export interface Status {
  readonly observedGeneration: number;
  readonly currentPodHash: Hash;
  readonly stableRS: Hash;
  /** Null without steps, and before the first look at them. */
  readonly currentStepIndex: number | null;
  /** Whether the hash of the steps is written down. */
  readonly stepsKnown: boolean;
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly pauseConditions: readonly PauseCondition[];
  readonly controllerPause: boolean;
  readonly abort: boolean;
  readonly abortedAt: number | null;
  readonly promoteFull: boolean;
  readonly conditions: readonly Condition[];
  readonly phase: string;
  /** A ReplicaSet's hash stands in it as `{3}`. */
  readonly message: string;
  readonly canary: CanaryStatus;
  readonly blueGreen: BlueGreenStatus;
}

/** A status while it is being written. */
export type StatusDraft = { -readonly [key in keyof Status]: Status[key] };

export const NO_CANARY: CanaryStatus = {
  weights: null, stablePingPong: '', stepRun: null, backgroundRun: null, experiment: null, plugin: null,
};

export const NO_BLUE_GREEN: BlueGreenStatus = {
  previewSelector: 0, activeSelector: 0, scaleUpPreviewCheckPoint: false, preRun: null, postRun: null,
};

export const NO_STATUS: Status = {
  observedGeneration: 0,
  currentPodHash: 0,
  stableRS: 0,
  currentStepIndex: null,
  stepsKnown: false,
  replicas: 0,
  updatedReplicas: 0,
  readyReplicas: 0,
  availableReplicas: 0,
  pauseConditions: [],
  controllerPause: false,
  abort: false,
  abortedAt: null,
  promoteFull: false,
  conditions: [],
  phase: '',
  message: '',
  canary: NO_CANARY,
  blueGreen: NO_BLUE_GREEN,
};

export function isFullyPromoted(status: Status): boolean {
  return status.stableRS === status.currentPodHash;
}

export function pauseCondition(status: Status, reason: PauseReason): PauseCondition | undefined {
  return status.pauseConditions.find((condition) => condition.reason === reason);
}

export function conditionOf(conditions: readonly Condition[], type: ConditionType): Condition | undefined {
  return conditions.find((condition) => condition.type === type);
}
