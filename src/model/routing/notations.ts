import { NamedHost, Notation, Parent } from './adapter';
import { adapterOf } from './routes';
import { Manifest } from '../../core/manifest';

/** How an object writes its routes; nothing of an object that has none. */
export function notationOf(object: Manifest): Notation | undefined {
  return adapterOf(object)?.notation;
}

/** The hosts that an object names. */
export function namedHosts(object: Manifest): NamedHost[] {
  return notationOf(object)?.hosts(object) ?? [];
}

/** What requests pass before the routes of an object, as far as it says so itself. */
export function parentsOf(object: Manifest): Parent[] {
  return notationOf(object)?.parents(object) ?? [];
}

/** Whether the routes of an object are for callers inside the mesh alone. */
export function isInMesh(object: Manifest): boolean {
  const parents = parentsOf(object);
  return parents.length > 0 && parents.every(({ kind }) => kind === 'mesh');
}
