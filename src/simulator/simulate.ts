import { ReleaseEvent } from './events';
import { readState } from './read-state';
import { ReleaseState } from './release-state';
import { start } from './start/start';
import { transition } from './transition';
import { failureText } from '../core/checks/failure';
import { Manifest } from '../core/manifest';

/** An event, and the state to which it led. */
export interface SimulatedEvent {
  readonly event: ReleaseEvent | 'deployed';
  readonly state: ReleaseState;
}

/**
 * Plays events on a release. The first state is that of the settled first deployment, of the event `deployed`.
 *
 * @throws an error that names the event by its index where kubectl would refuse it
 */
export function simulate(manifests: Manifest[], rolloutName: string | undefined, events: ReleaseEvent[]): SimulatedEvent[] {
  const { release, state } = start(manifests, rolloutName);
  const simulated: SimulatedEvent[] = [{ event: 'deployed', state: readState(release, state) }];
  let current = state;
  events.forEach((event, index) => {
    try {
      current = transition(release, current, event);
    } catch (error) {
      throw new Error(`events[${index}]: ${failureText(error)}`);
    }
    simulated.push({ event, state: readState(release, current) });
  });
  return simulated;
}
