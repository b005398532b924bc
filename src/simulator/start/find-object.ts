import { Manifest } from '../../core/manifest';
import { KindName, ManifestSet } from '../../model/manifests/manifest-set';
import { Release } from '../../model/release/release';

/** @throws an error where an object that the Rollout names is missing */
export function findObject(
  { name: rollout }: Pick<Release, 'name'>, set: ManifestSet, kind: KindName, name: string, namespace: string | undefined,
): Manifest {
  const object = set.find(kind, name, namespace);
  if (!object) {
    throw new Error(`Rollout ${rollout} refers to ${kind.kind} ${name}, which is not among the manifests; pass it too`);
  }
  return object;
}
