import { ApiObject } from 'cdk8s';
import { readPlan } from '../model/summary/read-plan';
import { RolloutPlan } from '../model/summary/rollout-plan';

const KINDS_OF_A_RELEASE = new Set(['Service', 'VirtualService', 'DestinationRule']);

/** Reads the plan from the manifests as they would be synthesized now, patches included. */
export function planOf(rollout: ApiObject): RolloutPlan {
  const manifests = rollout.node.root.node.findAll()
    .filter((node): node is ApiObject => ApiObject.isApiObject(node) && KINDS_OF_A_RELEASE.has(node.kind))
    .map((object) => object.toJson());
  return readPlan(rollout.toJson(), manifests);
}
