import { EphemeralMetadata } from '../strategy/ephemeral-metadata';

/**
 * Which version an experiment starts pods of.
 */
export enum ExperimentSpecRef {
  /** The version in production. */
  STABLE = 'stable',
  /** The new version. */
  CANARY = 'canary',
}

/**
 * One group of pods of an experiment.
 */
export interface ExperimentTemplate {
  /**
   * The name of the group, a DNS label.
   *
   * @see experiment.templates[].name
   */
  readonly name: string;

  /**
   * The version of the pods.
   *
   * @see experiment.templates[].specRef
   */
  readonly specRef: ExperimentSpecRef;

  /**
   * The number of pods.
   *
   * @default 1
   * @see experiment.templates[].replicas
   */
  readonly replicas?: number;

  /**
   * The share of the users' traffic that the group gets, in whole percent; needs a traffic router.
   *
   * @default - no users' traffic
   * @see experiment.templates[].weight
   */
  readonly weight?: number;

  /**
   * The name of a Service in front of the group.
   *
   * @default - a Service is made only for a weight, with the name of its ReplicaSet
   * @see experiment.templates[].service.name
   */
  readonly serviceName?: string;

  /**
   * Labels and annotations of the pods.
   *
   * @default - those of the rollout's pods
   * @see experiment.templates[].metadata
   */
  readonly metadata?: EphemeralMetadata;
}
