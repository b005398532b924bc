import { Release } from '../../../src/model/release/release';
import { ReleaseEvent } from '../../../src/simulator/events';
import { SimulatorState } from '../../../src/simulator/model/state';
import { readState } from '../../../src/simulator/read-state';
import { ReleaseState } from '../../../src/simulator/release-state';
import { start } from '../../../src/simulator/start/start';
import { transition } from '../../../src/simulator/transition';
import { Manifest } from '../../util/synth';

/** What kubectl refuses. */
export const REFUSALS = /^(no revision found|unable to find revision|no analysis with the template|rollout app has no steps)/;

/** A release in the middle of some events. */
export interface Played {
  readonly release: Release;
  readonly state: SimulatorState;
  readonly seen: ReleaseState;
}

/** Plays an event; one that kubectl would refuse changes nothing. */
export function playOne({ release, state }: Played, event: ReleaseEvent): Played {
  try {
    const next = transition(release, state, event);
    return { release, state: next, seen: readState(release, next) };
  } catch (error) {
    if (!REFUSALS.test((error as Error).message)) {
      throw error;
    }
    return { release, state, seen: readState(release, state) };
  }
}

export function begin(manifests: Manifest[]): Played {
  const { release, state } = start(manifests);
  return { release, state, seen: readState(release, state) };
}

/** The release after each of the events, and before the first. */
export function playAll(manifests: Manifest[], events: ReleaseEvent[]): Played[] {
  const played = [begin(manifests)];
  events.forEach((event) => played.push(playOne(played[played.length - 1], event)));
  return played;
}

/** The weights of the route whose weights the controller shifts. */
export function mainWeights({ routes }: ReleaseState): Record<string, number> {
  return routes.find(({ route }) => route === 'main')!.weights;
}
