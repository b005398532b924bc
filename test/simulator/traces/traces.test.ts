import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenManifests } from './golden-manifests';
import { ReleaseEvent } from '../../../src/simulator/events';
import { SimulatedEvent, simulate } from '../../../src/simulator/simulate';

const TRACES = join(__dirname, '..', '..', '..', 'e2e', 'traces');

interface Trace {
  readonly example: string;
  readonly events: SimulatedEvent[];
}

/**
 * States that are not those of the moment, by the index of their event. On the cluster a state counts once it has stayed the same
 * for a while; here an abort delay of one second ran out meanwhile. The clock of a trace counts waits alone.
 */
const A_SECOND_LATE: Record<string, number> = { 'canary-host-abort.json': 2 };

function read(file: string): Trace {
  return JSON.parse(readFileSync(join(TRACES, file), 'utf8'));
}

function play(example: string, events: SimulatedEvent[]): SimulatedEvent[] {
  return simulate(goldenManifests(example), 'app', events.slice(1).map(({ event }) => event as ReleaseEvent));
}

test.each(readdirSync(TRACES))('the states of %s are those of the real controller', (file) => {
  const { example, events } = read(file);
  const late = A_SECOND_LATE[file];

  const simulated = play(example, events);

  const inTime = (_: unknown, index: number) => index !== late;
  expect(simulated.filter(inTime)).toEqual(events.filter(inTime));
});

test.each(Object.entries(A_SECOND_LATE))('a second later the state of %s is the one that was recorded late', (file, index) => {
  const { example, events } = read(file);
  const { state } = events[index];

  const simulated = play(example, [...events.slice(0, index + 1), { event: { wait: '1s' }, state }]);

  expect({ ...simulated[index + 1].state, time: state.time }).toEqual(state);
});
