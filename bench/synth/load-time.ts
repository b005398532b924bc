import { execFileSync } from 'node:child_process';

const SCRIPT = `
  require('cdk8s-plus-28');
  const start = process.hrtime.bigint();
  require('./lib/src');
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
`;

/** How long the compiled package takes to load in a process that has loaded cdk8s-plus-28 already, in ms. */
export function loadTime(repetitions: number): number {
  const times = Array.from({ length: repetitions }, () => Number(execFileSync(process.execPath, ['-e', SCRIPT], { encoding: 'utf8' })));
  return median(times);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
