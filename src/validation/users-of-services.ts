import { ROLLOUT } from './kinds';
import { namespaceOf } from './read';
import { serviceFields } from './rollout-fields';
import { Manifest } from '../core/manifest';
import { ManifestSet } from '../plan/manifest-set';

/** Made once for a set: the rules ask for every Service of every Rollout. */
const KNOWN = new WeakMap<ManifestSet, Map<string, Manifest[]>>();

/** The Rollouts that name a Service, in their order. */
export function usersOfServices(set: ManifestSet, namespace: string | undefined, service: string): Manifest[] {
  const known = KNOWN.get(set) ?? index(set);
  KNOWN.set(set, known);
  return known.get(key(namespace, service)) ?? [];
}

function index(set: ManifestSet): Map<string, Manifest[]> {
  const users = new Map<string, Manifest[]>();
  for (const rollout of set.ofKind(ROLLOUT)) {
    for (const service of new Set(serviceFields(rollout).map(({ value }) => value))) {
      const place = key(namespaceOf(rollout), service);
      users.set(place, [...users.get(place) ?? [], rollout]);
    }
  }
  return users;
}

const key = (namespace: string | undefined, service: string) => `${namespace ?? ''}/${service}`;
