import { ApiObject } from 'cdk8s';

/**
 * An object that routes users' traffic to the Services of a rollout, for instance a VirtualService.
 */
export interface ITrafficObject {
  /** The name of the object. */
  readonly name: string;

  /**
   * The namespace of the object.
   *
   * @default - the namespace of the rollout
   */
  readonly namespace?: string;

  /** The object as it will be synthesized; for patches. */
  readonly apiObject: ApiObject;
}
