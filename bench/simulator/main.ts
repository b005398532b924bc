import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canary } from './canary';
import { ReleaseEvent } from '../../lib/src/simulator/events';
import { start } from '../../lib/src/simulator/start/start';
import { transition } from '../../lib/src/simulator/transition';

/** A release that comes back to where it began, but for the numbers of its revisions. */
const ROUND: ReleaseEvent[] = [
  { deploy: { image: 'app:2' } }, 'promote', { wait: '1m' }, { deploy: { image: 'app:1' } }, 'abort', 'retry', { scale: 6 }, 'promote', { scale: 3 }, { wait: '1m' },
];

interface Row {
  readonly events: number;
  readonly milliseconds: number;
  readonly perSecond: number;
  readonly heapMb: number;
}

/** Memory that grows with the events, or a state that does, fails the run; time is shown only. */
function main(): void {
  const { values } = parseArgs({ options: { json: { type: 'string' }, most: { type: 'string', default: '1000000' } } });
  const most = Number(values.most);
  const rows = [most / 100, most / 10, most].map(measure);
  const growth = { heap: rows[2].heapMb / rows[0].heapMb, time: rows[2].milliseconds / rows[1].milliseconds / 10 };
  console.table(rows);
  console.log(`100 times the events take ${growth.heap.toFixed(2)} times the memory; each one takes ${growth.time.toFixed(2)} times as long`);
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify({ rows, growth }, undefined, 2)}\n`);
  }
  if (growth.heap > 1.5) {
    throw new Error('memory grows with the events');
  }
}

function measure(events: number): Row {
  const { release, state } = start(canary(3), 'app');
  const begin = process.hrtime.bigint();
  let current = state;
  for (let index = 0; index < events; index++) {
    current = transition(release, current, ROUND[index % ROUND.length]);
  }
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
  globalThis.gc?.();
  const heapMb = process.memoryUsage().heapUsed / 2 ** 20;
  const perSecond = Math.round(events / milliseconds * 1000);
  return { events, milliseconds: Math.round(milliseconds), perSecond, heapMb: Math.round(heapMb * 10) / 10 };
}

main();
