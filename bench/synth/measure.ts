import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appOf, describeFleet, Layout, Subject } from './subjects';

/** What one child process measured. */
export interface Measurement {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  /** Of all that was written, in the order of the objects' names: both subjects must write the same. */
  readonly digest: string;
}

/** Describes and synthesizes one fleet in this process. */
export function measure(subject: Subject, layout: Layout, count: number): Measurement {
  warmUp(subject);
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const start = process.hrtime.bigint();
  const app = appOf(subject, { outdir });
  describeFleet(app, subject, layout, count);
  app.synth();
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const digest = digestOf(outdir);
  rmSync(outdir, { recursive: true });
  return { milliseconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, digest };
}

/** Loads what is loaded late, so that the first app of a fleet does not pay for it. */
function warmUp(subject: Subject): void {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = appOf(subject, { outdir });
  describeFleet(app, subject, 'one chart', 1);
  app.synth();
  rmSync(outdir, { recursive: true });
}

function digestOf(outdir: string): string {
  const documents = readdirSync(outdir).flatMap((file) => readFileSync(join(outdir, file), 'utf8').split('\n---\n'));
  return createHash('sha256').update(documents.map((document) => document.trim()).sort().join('\n---\n')).digest('hex');
}
