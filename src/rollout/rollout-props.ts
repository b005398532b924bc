import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PodTemplate } from './template/pod-template';
import { WorkloadReference } from './template/workload-reference';

/**
 * Properties that every rollout has: all pod properties of cdk8s-plus, and what Argo Rollouts adds to a workload.
 */
export interface RolloutProps extends kplus.WorkloadProps {
  /**
   * How many pods serve production, outside of a release. Leave it out where an autoscaler decides.
   *
   * @default - that of the object behind `template`, or 1; nothing when an autoscaler targets the rollout
   * @see spec.replicas
   */
  readonly replicas?: number;

  /**
   * The ports of the Services that the rollout creates.
   *
   * @default - one port for each port of the containers, with the same number and name
   */
  readonly ports?: kplus.ServicePort[];

  /**
   * Whether the Services that the rollout creates have a selector in their manifests. A server-side apply of the whole Service
   * drops what the controller has written into the selector, so that users reach both versions and a blue-green release is
   * promoted. An annotation keeps Argo CD (2.14 or later) from applying these Services so, whatever its Application says. Set
   * this to false where another tool applies server-side: the controller then selects alone, and a Service has no pods before
   * the first deployment gives it some.
   *
   * @default true
   * @see spec.selector
   */
  readonly selectorsInGit?: boolean;

  /**
   * The pods, taken from an object at hand; excludes `containers` and the other pod properties.
   *
   * @default - the pods are described by `containers` and the other pod properties
   * @see spec.template
   */
  readonly template?: PodTemplate;

  /**
   * A workload that exists already and holds the pod template; excludes `template` and the pod properties.
   *
   * @default - the Rollout holds its own template
   * @see spec.workloadRef
   */
  readonly workload?: WorkloadReference;

  /**
   * How long a new pod must be ready before it counts as available, in whole seconds; less than `progressDeadline`.
   *
   * @default - a pod counts as soon as it is ready
   * @see spec.minReadySeconds
   */
  readonly minReady?: Duration;

  /**
   * How long a release may make no progress before it is reported as Degraded, in whole seconds. The clock stands
   * still while the release is paused.
   *
   * @default - 10 minutes, decided by the controller
   * @see spec.progressDeadlineSeconds
   */
  readonly progressDeadline?: Duration;

  /**
   * Abort the release at `progressDeadline` instead of reporting it only.
   *
   * @default false
   * @see spec.progressDeadlineAbort
   */
  readonly progressDeadlineAbort?: boolean;

  /**
   * How many old ReplicaSets are kept to go back to.
   *
   * @default - 10, decided by the controller
   * @see spec.revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Pods created before this time are restarted, a few at a time.
   *
   * @default - no restart is asked for
   * @see spec.restartAt
   */
  readonly restartAt?: Date;

  /**
   * Going back to a version at most so many revisions old skips pauses and analyses.
   *
   * @default - going back runs all steps, except to the version that is still stable
   * @see spec.rollbackWindow.revisions
   */
  readonly rollbackWindow?: number;

  /**
   * How many successful AnalysisRuns and Experiments are kept.
   *
   * @default - 5, decided by the controller
   * @see spec.analysis.successfulRunHistoryLimit
   */
  readonly successfulRunHistoryLimit?: number;

  /**
   * How many unsuccessful AnalysisRuns and Experiments are kept.
   *
   * @default - 5, decided by the controller
   * @see spec.analysis.unsuccessfulRunHistoryLimit
   */
  readonly unsuccessfulRunHistoryLimit?: number;
}
