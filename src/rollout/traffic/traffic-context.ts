import * as kplus from 'cdk8s-plus-28';
import { ServiceRole } from '../../core/constructs/service-role';
import { CanaryStep } from '../step/canary-step';

/**
 * A Service of a rollout, as a traffic layer needs to know it.
 */
export interface TrafficService {
  /** What the Service is for. */
  readonly role: ServiceRole;

  /** The name of the Service, in the namespace of the rollout. */
  readonly name: string;

  /** The ports of the Service; the first one is meant where a route names none. At least one. */
  readonly ports: kplus.ServicePort[];
}

/**
 * What a rollout tells a traffic layer about itself.
 */
export interface TrafficContext {
  /** The name of the Rollout. */
  readonly rolloutName: string;

  /**
   * The namespace of the Rollout and its Services.
   *
   * @default - neither the rollout nor its chart sets one
   */
  readonly namespace?: string;

  /** The labels by which the pods of all versions are selected. */
  readonly podLabels: { [key: string]: string };

  /** The Services, in the order active, preview, or stable, canary, or ping, pong, or the shared one alone. */
  readonly services: TrafficService[];
}

/**
 * What a canary rollout tells its traffic router about itself.
 */
export interface CanaryTrafficContext extends TrafficContext {
  /** The steps of a release, in order. */
  readonly steps: CanaryStep[];

  /** The names of the header and mirror routes that the controller manages, in the order in which it keeps them. */
  readonly managedRoutes: string[];
}
