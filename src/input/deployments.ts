import { dirname } from 'node:path';
import { Input } from './read-manifests';
import { Manifest } from '../core/manifest';
import { apart } from '../model/manifests/environments';

/** The manifests that are meant to be in one cluster together: files of a folder, then folders, are taken together or apart. */
export function deploymentsOf({ manifests, origins }: Input): Manifest[][] {
  const files = groups(manifests, (manifest) => origins.get(manifest)!.file);
  const folders = groups([...files.keys()], dirname);
  return apart([...folders.values()].flatMap((own) => apart(own.map((file) => files.get(file)!))));
}

function groups<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const value of values) {
    const same = result.get(keyOf(value));
    same ? same.push(value) : result.set(keyOf(value), [value]);
  }
  return result;
}
