import { ApiObject } from 'cdk8s';
import { DESTINATION_RULE, SERVICE } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';
import { ROUTING_KINDS } from '../model/routing/routes';
import { readModel } from '../model/view/read-models';
import { ReleaseModel } from '../model/view/release-model';

const KINDS = new Set([SERVICE, DESTINATION_RULE, ...ROUTING_KINDS].map(({ kind }) => kind));

/** Reads what the manifests say about the releases of a Rollout, as they would be synthesized now, patches included. */
export function modelOf(rollout: ApiObject): ReleaseModel {
  const manifests = rollout.node.root.node.findAll()
    .filter((node): node is ApiObject => ApiObject.isApiObject(node) && KINDS.has(node.kind))
    .map((object) => object.toJson());
  return readModel(new ManifestSet(manifests), rollout.toJson());
}
