import { dirname } from 'node:path';
import { Input } from './read-manifests';
import { Manifest } from '../core/manifest';
import { kindOf } from '../plan/manifest-set';

/**
 * The manifests that are meant to be in one cluster together. A folder may hold several deployments of the same objects, say
 * one for each stage: where two files or folders describe the same object they are judged apart, and else all together.
 */
export function deploymentsOf({ manifests, origins }: Input): Manifest[][] {
  const files = groups(manifests, (manifest) => origins.get(manifest)!.file);
  const folders = groups([...files.keys()], dirname);
  const units = [...folders.values()].flatMap((own) => {
    const parts = own.map((file) => files.get(file)!);
    return share(parts) ? parts : [parts.flat()];
  });
  return share(units) ? units : [[...manifests]];
}

function groups<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const value of values) {
    const same = result.get(keyOf(value));
    same ? same.push(value) : result.set(keyOf(value), [value]);
  }
  return result;
}

/** Whether two of the parts describe the same object. */
function share(parts: readonly Manifest[][]): boolean {
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
