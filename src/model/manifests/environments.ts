import { kindOf } from './manifest-set';
import { Manifest } from '../../core/manifest';

/**
 * The environments that parts of manifests make: one, or one for each part where two of them describe the same object. A folder,
 * or an app, may hold the same objects several times, say once for each stage or cluster.
 */
export function asEnvironments(parts: readonly Manifest[][]): Manifest[][] {
  return shareObjects(parts) ? [...parts] : [parts.flat()];
}

function shareObjects(parts: readonly Manifest[][]): boolean {
  const seen = new Set<string>();
  return parts.some((part) => {
    const own = new Set(part.map(identity));
    const again = [...own].some((object) => seen.has(object));
    own.forEach((object) => seen.add(object));
    return again;
  });
}

function identity(manifest: Manifest): string {
  const { group, kind } = kindOf(manifest);
  const { name, namespace } = manifest.metadata ?? {};
  return JSON.stringify([group, kind, namespace ?? '', name]);
}
