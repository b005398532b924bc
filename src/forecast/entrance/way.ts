import { Manifest } from '../../core/manifest';
import { SimulatorState } from '../../simulator/model/state';
import { Audience, Entrance, Hop, Target } from '../release-forecast';

/** A way to the pods, found in the manifests. */
export interface Way {
  readonly entrance: Entrance;
  /** Where it leads in a state; nothing while it is not there. */
  readonly lead: (state: SimulatorState) => Led | undefined;
}

/** Where a way leads. */
export interface Led {
  readonly targets: readonly Target[];
  readonly mirror?: Target;
}

const TESTED = new Set(['preview', 'canary']);

/** Ways that lead to the new version alone are for testers. */
export function audienceOf(roles: readonly string[]): Audience {
  return roles.length > 0 && roles.every((role) => TESTED.has(role)) ? 'testers' : 'users';
}

export function entranceOf(
  id: string, audience: Audience, hosts: readonly string[], path: readonly Hop[], match: string | undefined,
): Entrance {
  return { id, audience, hosts, path, ...match && { match } };
}

/** The name, with the namespace where it is another one than that of the release. */
export function nameIn(namespace: string | undefined, { metadata }: Manifest): string {
  return metadata?.namespace === undefined || metadata.namespace === namespace ? String(metadata?.name) : `${metadata.namespace}/${metadata.name}`;
}
