import { SimulatorState } from '../../simulator/model/state';
import { Audience, Entrance, Hop, Target } from '../release-forecast';

/** Where requests enter on their way to the pods of a release, as the manifests say. */
export interface EntryPoint {
  readonly entrance: Entrance;
  /** Whether the release shifts the weights behind it. */
  readonly isWeighted: boolean;
  /** Whether the sidecars of callers route by its hosts. */
  readonly isMesh: boolean;
  /** Where it sends requests in a state; nothing while its route is not there. */
  readonly targetsAt: (state: SimulatorState) => Targets | undefined;
}

/** Where requests of an entry point go, in percent that are not rounded. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly mirror?: Target;
}

/** What an entrance is made of; parts that are empty are left out. */
export interface EntranceParts {
  readonly id: string;
  readonly audience: Audience;
  readonly hosts: readonly string[];
  readonly path?: readonly Hop[];
  readonly match?: string;
}

export function entranceOf({ id, audience, hosts, path = [], match }: EntranceParts): Entrance {
  return { id, audience, hosts, path, ...match && { match } };
}
