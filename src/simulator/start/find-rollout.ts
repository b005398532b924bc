import { Manifest } from '../../core/manifest';
import { ROLLOUT } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';

/**
 * The Rollout of that name, which may have its namespace before a slash.
 *
 * @throws an error where none or several have the name
 */
export function findRollout(manifests: ManifestSet, name: string | undefined): Manifest {
  const all = manifests.ofKind(ROLLOUT);
  const found = name === undefined ? all : all.filter(({ metadata }) => [metadata.name, fullName(metadata)].includes(name));
  if (found.length !== 1) {
    const wanted = name === undefined ? '' : ` named ${name}`;
    const there = all.map(({ metadata }) => fullName(metadata)).join(', ') || 'none';
    throw new Error(`${found.length} Rollouts${wanted} among the manifests, one is needed; there are: ${there}`);
  }
  return found[0];
}

function fullName({ name, namespace }: Manifest): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
