import { Side } from './side';
import { Manifest } from '../../core/manifest';
import { isRecord, record } from '../../core/read';
import { canonical } from '../fields/canonical';

/** The same side without manifests that are none, and with no object that holds itself: aliases of YAML can make one. */
export function acyclic({ environments, fileOf }: Side): Side {
  const originals = new Map<Manifest, Manifest>();
  const copied = environments.map((manifests) => manifests.filter(isRecord).map((manifest) => {
    const copy = endsSomewhere(manifest) ? manifest : { ...record(canonical(manifest)) };
    originals.set(copy, manifest);
    return copy;
  }));
  return { environments: copied, fileOf: (manifest) => fileOf(originals.get(manifest) ?? manifest) };
}

function endsSomewhere(manifest: Manifest): boolean {
  try {
    return JSON.stringify(manifest) !== undefined;
  } catch {
    return false;
  }
}
