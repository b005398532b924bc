import { Construct } from 'constructs';
import { TrafficContext } from './traffic-context';
import { ITrafficObject } from './traffic-object';

/**
 * How users and testers reach the Services of a blue-green rollout: the port that each traffic layer, such as Istio, implements.
 */
export interface IBlueGreenTraffic {
  /**
   * Says what is wrong with these routes, before anything is created.
   *
   * @param context The rollout: its name, its namespace, and its active and preview Service.
   * @returns one text for each problem
   */
  validate(context: TrafficContext): string[];

  /**
   * Creates or adopts the routes. The rollout calls it once.
   *
   * @param scope The construct for what is created: the rollout.
   * @param context The rollout, as `validate` got it.
   * @returns the objects that route to the active and the preview Service
   */
  bind(scope: Construct, context: TrafficContext): ITrafficObject[];
}
