import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CanaryTrafficContext } from './traffic-context';
import { ITrafficObject } from './traffic-object';
import { IgnoreDifference } from '../../model/managed-fields/ignore-difference';

/**
 * Which Services a traffic router splits users between.
 */
export enum CanaryServices {
  /** A stable and a canary Service, or a pair that swaps roles. */
  PAIR = 'pair',
  /** One Service; the router tells the versions apart by other means. */
  SINGLE = 'single',
}

/**
 * What a traffic router can do, so that steps that it cannot follow are refused.
 */
export interface TrafficRouterCapabilities {
  /** The Services that the router needs. */
  readonly services: CanaryServices;

  /**
   * The weight that stands for all users.
   *
   * @default 100
   * @see spec.strategy.canary.trafficRouting.maxTrafficWeight
   */
  readonly maxWeight?: number;

  /**
   * Whether two Services may swap their roles from release to release.
   *
   * @default false
   */
  readonly pingPong?: boolean;

  /**
   * Whether the router takes `setHeaderRoute`.
   *
   * @default false
   */
  readonly headerRoutes?: boolean;

  /**
   * Whether the router takes `setMirrorRoute`.
   *
   * @default false
   */
  readonly mirrorRoutes?: boolean;

  /**
   * Whether an experiment may have a share of the users' traffic.
   *
   * @default false
   */
  readonly experimentWeights?: boolean;

  /**
   * How long the pods of an aborted version should run on where users are split between a stable and a canary Service,
   * in whole seconds. Takes effect unless the rollout has `abortScaleDownDelay` or `dynamicStableScale`.
   *
   * @default - the controller decides, 30 seconds
   * @see spec.strategy.canary.abortScaleDownDelaySeconds
   */
  readonly abortScaleDownDelay?: Duration;
}

/**
 * What a traffic router adds to a rollout.
 */
export interface TrafficRouterBinding {
  /**
   * The router's own part, for instance `{ istio: { ... } }`.
   *
   * @see spec.strategy.canary.trafficRouting
   */
  readonly trafficRouting: { [key: string]: any };

  /**
   * The objects whose weights the controller changes, and those that lead to the new version.
   *
   * @default - none are known
   */
  readonly trafficObjects?: ITrafficObject[];

  /**
   * What the controller rewrites at run time in the objects of the router. Those of Istio are known without it.
   *
   * @default - nothing in them
   */
  readonly ignoreDifferences?: IgnoreDifference[];
}

/**
 * Shifts the users' traffic between the versions of a canary rollout: the port that each traffic router implements.
 *
 * `docs/custom-router.md` has a complete implementation.
 */
export interface ITrafficRouter {
  /** What the router can do. */
  readonly capabilities: TrafficRouterCapabilities;

  /**
   * Says what is wrong with the router's own props, before anything is created.
   *
   * @param context The rollout: its name, its namespace, its Services with their roles and ports, and its steps.
   * @returns one text for each problem
   */
  validate(context: CanaryTrafficContext): string[];

  /**
   * Creates or adopts the router's objects. The rollout calls it once.
   *
   * @param scope The construct for what is created: the rollout.
   * @param context The rollout, as `validate` got it.
   */
  bind(scope: Construct, context: CanaryTrafficContext): TrafficRouterBinding;
}
