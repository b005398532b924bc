import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { RolloutProps } from './rollout-props';
import { AntiAffinity } from './strategy/anti-affinity';
import { EphemeralMetadata } from './strategy/ephemeral-metadata';
import { Promotion } from './strategy/promotion';
import { RolloutAnalysis } from './strategy/rollout-analysis';
import { IBlueGreenTraffic } from './traffic/blue-green-traffic';

/**
 * Properties of a `BlueGreenRollout`.
 */
export interface BlueGreenRolloutProps extends RolloutProps {
  /**
   * Who moves the users to the new version, and when.
   *
   * @default Promotion.manual()
   */
  readonly promotion?: Promotion;

  /**
   * The Service of the users, created elsewhere; it must select the pods of this rollout.
   *
   * @default - a Service is created
   * @see spec.strategy.blueGreen.activeService
   */
  readonly activeService?: kplus.Service;

  /**
   * The name of the created Service of the users.
   *
   * @default - the name of the rollout
   */
  readonly activeServiceName?: string;

  /**
   * The Service of the new version, for acceptance tests, created elsewhere.
   *
   * @default - a Service is created
   * @see spec.strategy.blueGreen.previewService
   */
  readonly previewService?: kplus.Service;

  /**
   * The name of the created Service of the new version.
   *
   * @default - the name of the rollout with `-preview` behind it
   */
  readonly previewServiceName?: string;

  /**
   * How many pods the new version has before it is promoted.
   *
   * @default - as many as the old version
   * @see spec.strategy.blueGreen.previewReplicaCount
   */
  readonly previewReplicaCount?: number;

  /**
   * How long the old version's pods run on after the users have moved, in whole seconds, 1 second or more; within this
   * time going back is immediate.
   *
   * @default - 30 seconds, decided by the controller
   * @see spec.strategy.blueGreen.scaleDownDelaySeconds
   */
  readonly scaleDownDelay?: Duration;

  /**
   * How many old versions may run on during `scaleDownDelay`, at most `revisionHistoryLimit`.
   *
   * @default - all of them
   * @see spec.strategy.blueGreen.scaleDownDelayRevisionLimit
   */
  readonly scaleDownDelayRevisionLimit?: number;

  /**
   * How long the new version's pods run on after an abort, in whole seconds; zero keeps them until the next release.
   *
   * @default - 30 seconds, decided by the controller
   * @see spec.strategy.blueGreen.abortScaleDownDelaySeconds
   */
  readonly abortScaleDownDelay?: Duration;

  /**
   * An analysis that must succeed before the users move.
   *
   * @default - no analysis before the users move
   * @see spec.strategy.blueGreen.prePromotionAnalysis
   */
  readonly prePromotionAnalysis?: RolloutAnalysis;

  /**
   * An analysis after the users have moved; when it fails they move back.
   *
   * @default - no analysis after the users have moved
   * @see spec.strategy.blueGreen.postPromotionAnalysis
   */
  readonly postPromotionAnalysis?: RolloutAnalysis;

  /**
   * Keeps new pods away from the nodes of old ones.
   *
   * @default - both may share nodes
   * @see spec.strategy.blueGreen.antiAffinity
   */
  readonly antiAffinity?: AntiAffinity;

  /**
   * How many pods a restart (`restartAt`) may take down at a time.
   *
   * @default - 25 %, decided by the controller
   * @see spec.strategy.blueGreen.maxUnavailable
   */
  readonly maxUnavailable?: kplus.PercentOrAbsolute;

  /**
   * Labels and annotations of the users' pods.
   *
   * @default - none are added
   * @see spec.strategy.blueGreen.activeMetadata
   */
  readonly activeMetadata?: EphemeralMetadata;

  /**
   * Labels and annotations of the new version's pods, until it is promoted.
   *
   * @default - none are added
   * @see spec.strategy.blueGreen.previewMetadata
   */
  readonly previewMetadata?: EphemeralMetadata;

  /**
   * How users reach the active Service, and testers the preview Service.
   *
   * @default - no routes are made: the Services are reached by their own names
   */
  readonly traffic?: IBlueGreenTraffic;
}
