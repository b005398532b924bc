import { dirname } from 'node:path';
import { Input } from './read-manifests';
import { Manifest } from '../core/manifest';
import { asEnvironments } from '../model/manifests/environments';

/** The environments that the files describe: files of a folder, then folders, are taken together or apart. */
export function environmentsOf({ manifests, origins }: Input): Manifest[][] {
  const files = groups(manifests, (manifest) => origins.get(manifest)!.file);
  const folders = groups([...files.keys()], dirname);
  return asEnvironments([...folders.values()].flatMap((own) => asEnvironments(own.map((file) => files.get(file)!))));
}

function groups<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const value of values) {
    const same = result.get(keyOf(value));
    same ? same.push(value) : result.set(keyOf(value), [value]);
  }
  return result;
}
