import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** One release each; written in every language. */
export const SCENARIOS = ['blue-green', 'canary', 'canary-east-west'];

export const EXAMPLES = [...SCENARIOS, 'eks'];

const ROOT = resolve(__dirname, '..');

/** Runs an example as its user would, in a process of its own, and returns the files that it wrote. */
export function synthExample(name: string, outdir: string): string[] {
  const tsx = createRequire(__filename).resolve('tsx/cli');
  execFileSync(process.execPath, [tsx, '--tsconfig', join(ROOT, 'tsconfig.run.json'), join(ROOT, 'examples', name, 'main.ts')], {
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return readdirSync(outdir).sort().map((file) => join(outdir, file));
}

export function readAll(files: string[]): string {
  return files.map((file) => readFileSync(file, 'utf8')).join('---\n');
}
