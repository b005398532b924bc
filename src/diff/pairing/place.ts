import { Placed, Side } from './side';
import { Manifest } from '../../core/manifest';
import { record, shown } from '../../core/read';
import { kindOf } from '../../model/manifests/manifest-set';
import { canonical } from '../fields/canonical';
import { writtenByHand } from '../fields/written-by-hand';

/** The objects of a side with their places. */
export function placed(side: Side): Placed[] {
  return side.environments.flatMap((manifests, environment) => manifests.map((manifest) => {
    const file = fileOf(side, manifest);
    const form = canonical(writtenByHand(manifest));
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    return { manifest, identity: identityOf(manifest), file, folder, environment, canonical: form, json: JSON.stringify(form) };
  }));
}

function identityOf(manifest: Manifest): string {
  const { group, kind } = kindOf(manifest);
  const { name, namespace } = record(manifest.metadata);
  return JSON.stringify([group, kind, plain(namespace), plain(name)]);
}

/** A name may be anything, and a circle too. */
function plain(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(canonical(value)) : shown(value ?? '');
}

/** The same for all namespaces, and the namespace. */
export function withoutNamespace(identity: string): [rest: string, namespace: string] {
  const [group, kind, namespace, name] = JSON.parse(identity) as string[];
  return [JSON.stringify([group, kind, name]), namespace];
}

/** What an environment is called where there are several: the folder that all its files have in common, or its only file where others are beside it. */
export function environmentName(side: Side, environment: number): string | undefined {
  if (side.environments.length < 2) {
    return undefined;
  }
  const folders = foldersOf(side);
  const folder = folders[environment];
  const isOwn = folder !== '' && folders.filter((other) => other === folder).length === 1;
  return (isOwn ? folder : fileOf(side, side.environments[environment][0])) || folder || undefined;
}

const FOLDERS = new WeakMap<Side, string[]>();

function foldersOf(side: Side): string[] {
  const known = FOLDERS.get(side) ?? side.environments.map((manifests) => common(manifests.map((manifest) => fileOf(side, manifest).split('/').slice(0, -1))));
  FOLDERS.set(side, known);
  return known;
}

function common(folders: readonly string[][]): string {
  const [first = [], ...rest] = folders;
  const end = first.findIndex((part, index) => rest.some((other) => other[index] !== part));
  return (end < 0 ? first : first.slice(0, end)).join('/');
}

const fileOf = (side: Side, manifest: Manifest) => side.fileOf(manifest).replace(/\\/g, '/');
