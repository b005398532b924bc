import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseEvent } from './event';
import { ReleaseState } from '../../src/simulator/release-state';

export interface TraceEntry {
  readonly event: ReleaseEvent | 'deployed';
  readonly state: ReleaseState;
}

/** The states that a release on the real controller went through. */
export interface Trace {
  readonly example: string;
  readonly events: TraceEntry[];
}

const FOLDER = join(__dirname, '..', 'traces');

export function writeTrace(name: string, trace: Trace): void {
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(trace, undefined, 2)}\n`);
}
