import type { BlueGreenRollout } from './blue-green-rollout';
import { ITrafficObject } from './traffic-object';

/**
 * How users and testers reach the Services of a blue-green rollout: the port that a traffic layer such as Istio fills.
 */
export interface IBlueGreenTraffic {
  /**
   * Says what is wrong with these routes, before anything is created.
   *
   * @param rollout The rollout that will be bound.
   * @returns one text for each problem
   */
  validate(rollout: BlueGreenRollout): string[];

  /**
   * Creates or adopts the routes. Called once, by the rollout.
   *
   * @param rollout The rollout, with its Services.
   * @returns the objects that route to the active and the preview Service
   */
  bind(rollout: BlueGreenRollout): ITrafficObject[];
}
