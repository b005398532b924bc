import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PingPong } from './ping-pong';
import { RolloutProps } from './rollout-props';
import { CanaryStep } from './step/canary-step';
import { AntiAffinity } from './strategy/anti-affinity';
import { EphemeralMetadata } from './strategy/ephemeral-metadata';
import { ReplicaProgressThreshold } from './strategy/replica-progress-threshold';
import { BackgroundAnalysis } from './strategy/rollout-analysis';
import { ITrafficRouter } from './traffic/traffic-router';

/**
 * Properties of any canary rollout, whatever its traffic router.
 */
export interface CanaryRolloutCommonProps extends RolloutProps {
  /**
   * What a release does, in order. With a traffic router at least one step is needed.
   *
   * @default - without a traffic router: a rolling update
   * @see spec.strategy.canary.steps
   */
  readonly steps?: CanaryStep[];

  /**
   * The Service of the version in production, created elsewhere; it must select the pods of this rollout.
   *
   * @default - a Service is created
   * @see spec.strategy.canary.stableService
   */
  readonly stableService?: kplus.Service;

  /**
   * The name of the created Service of the version in production.
   *
   * @default - the name of the rollout
   */
  readonly stableServiceName?: string;

  /**
   * The Service of the new version, created elsewhere.
   *
   * @default - a Service is created where the traffic router needs one
   * @see spec.strategy.canary.canaryService
   */
  readonly canaryService?: kplus.Service;

  /**
   * The name of the created Service of the new version.
   *
   * @default - the name of the rollout with `-canary` behind it
   */
  readonly canaryServiceName?: string;

  /**
   * Two Services that swap roles, instead of a stable and a canary one.
   *
   * @default - a stable and a canary Service
   * @see spec.strategy.canary.pingPong
   */
  readonly pingPong?: PingPong;

  /**
   * Further names of header and mirror routes that the controller may manage, or the order of those in `steps`.
   *
   * @default - the names in `steps`, in the order of their first use
   * @see spec.strategy.canary.trafficRouting.managedRoutes
   */
  readonly managedRoutes?: string[];

  /**
   * How many pods there may be above `replicas`. It acts without a traffic router only.
   *
   * @default - 25 %, decided by the controller
   * @see spec.strategy.canary.maxSurge
   */
  readonly maxSurge?: kplus.PercentOrAbsolute;

  /**
   * How many pods below `replicas` may be available.
   *
   * @default - 25 %, decided by the controller
   * @see spec.strategy.canary.maxUnavailable
   */
  readonly maxUnavailable?: kplus.PercentOrAbsolute;

  /**
   * An analysis that runs beside the steps; a failed one aborts the release.
   *
   * @default - no analysis runs beside the steps
   * @see spec.strategy.canary.analysis
   */
  readonly analysis?: BackgroundAnalysis;

  /**
   * Keeps new pods away from the nodes of stable ones.
   *
   * @default - both may share nodes
   * @see spec.strategy.canary.antiAffinity
   */
  readonly antiAffinity?: AntiAffinity;

  /**
   * Labels and annotations of the new version's pods, until it is stable.
   *
   * @default - none are added
   * @see spec.strategy.canary.canaryMetadata
   */
  readonly canaryMetadata?: EphemeralMetadata;

  /**
   * Labels and annotations of the pods in production.
   *
   * @default - none are added
   * @see spec.strategy.canary.stableMetadata
   */
  readonly stableMetadata?: EphemeralMetadata;

  /**
   * How long the old version's pods run on after a release, in whole seconds, 1 second or more. With a traffic router only.
   *
   * @default - 30 seconds with a traffic router, decided by the controller
   * @see spec.strategy.canary.scaleDownDelaySeconds
   */
  readonly scaleDownDelay?: Duration;

  /**
   * How many old versions may run on during `scaleDownDelay`, at most `revisionHistoryLimit`.
   *
   * @default - all of them
   * @see spec.strategy.canary.scaleDownDelayRevisionLimit
   */
  readonly scaleDownDelayRevisionLimit?: number;

  /**
   * How long the new version's pods run on after an abort, in whole seconds; 0 is without end. With a traffic router only.
   *
   * Istio that splits by host learns of an abort only when they are gone: until then the controller moves the canary
   * Service to and fro (argo-rollouts 3078), and proxies hear of no change while there are so many.
   *
   * @default - 1 second with Istio by host, unless `dynamicStableScale` is set; 30 seconds elsewhere, decided by the controller
   * @see spec.strategy.canary.abortScaleDownDelaySeconds
   */
  readonly abortScaleDownDelay?: Duration;

  /**
   * Whether the old version's pods shrink as the new version's traffic grows. An abort then has to wait for pods.
   * With a traffic router only.
   *
   * @default false
   * @see spec.strategy.canary.dynamicStableScale
   */
  readonly dynamicStableScale?: boolean;

  /**
   * How many pods each version has at least, while it has any. With a traffic router only.
   *
   * @default - as many as its share of the traffic asks for
   * @see spec.strategy.canary.minPodsPerReplicaSet
   */
  readonly minPodsPerReplicaSet?: number;

  /**
   * How many of a step's new pods must be available before the release goes on.
   *
   * @default - all of them
   * @see spec.strategy.canary.replicaProgressThreshold
   */
  readonly replicaProgressThreshold?: ReplicaProgressThreshold;
}

/**
 * Properties of a `CanaryRollout`.
 */
export interface CanaryRolloutProps extends CanaryRolloutCommonProps {
  /**
   * Shifts the users' traffic by weights.
   *
   * @default - no router: one Service over all pods, and the share of the new version is its share of the pods
   * @see spec.strategy.canary.trafficRouting
   */
  readonly traffic?: ITrafficRouter;
}
