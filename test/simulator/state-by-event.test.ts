import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blueGreen, deploy, hostCanary } from './releases';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { simulate } from '../../src/simulator/simulate';
import { Manifest } from '../util/synth';

const STATES: Record<string, ReleaseEvent[]> = {
  'promoted': [],
  'without ready pods': ['hold', deploy(2)],
  'at a pause': [deploy(2)],
  'aborted': [deploy(2), 'abort'],
  'paused by hand': [deploy(2), 'pause'],
};

const EVENTS: ReleaseEvent[] = [
  'promote', { promote: { full: true } }, 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep', deploy(3), { scale: 8 },
];

function outcome(manifests: Manifest[], events: ReleaseEvent[]): string {
  try {
    return describeState(simulate(manifests, 'app', events).pop()!.state).join(' | ');
  } catch (error) {
    return (error as Error).message.replace(/^events\[\d+\]: /, 'ERR ');
  }
}

/** Each event in each state: one line of `tables/`, held to the rules of the controller by eye. */
test.each([
  ['canary', hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }] })],
  ['blue-green', blueGreen({ autoPromotionEnabled: false })],
])('every event has its effect in every state of a %s release', (table, manifests) => {
  const lines = Object.entries(STATES).flatMap(([name, before]) => (
    EVENTS.map((event) => `${name} ${JSON.stringify(event)}: ${outcome(manifests, [...before, event])}`)
  ));

  expect(`${lines.join('\n')}\n`).toBe(readFileSync(join(__dirname, 'tables', `${table}.txt`), 'utf8'));
});
