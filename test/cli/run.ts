import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** Runs the command line as a user does. */
export function run(args: readonly string[], { input = '', cwd, env = {} }: { input?: string | Buffer; cwd?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/cdk8s-rollouts'), ...args], {
    cwd, input, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, FORCE_COLOR: '', ...env },
  });
  return { status, stdout, stderr };
}
