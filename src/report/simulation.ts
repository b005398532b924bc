import { jsonText } from './json';
import { printable, withoutCommands } from './printable';
import { describeState } from '../simulator/describe-state';
import { SimulatedEvent } from '../simulator/simulate';

/** The events with the states to which they led, as the traces of the real controller are written. */
export function simulationJson(simulated: readonly SimulatedEvent[]): string {
  return jsonText(simulated);
}

/** The same for a person: each event with its time, and what it left. */
export function simulationText(simulated: readonly SimulatedEvent[]): string {
  return withoutCommands(`${printable(simulated).map(({ event, state }) => (
    [`${eventText(event)}  (${state.time} s)`, ...describeState(state).map((line) => `  ${line}`)].join('\n')
  )).join('\n\n')}\n`);
}

function eventText(event: SimulatedEvent['event']): string {
  if (typeof event === 'string') {
    return event;
  }
  const [[name, value]] = Object.entries(event);
  return `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
}
