import { execFileSync } from 'node:child_process';

/** Runs a command without a word; if it fails, the error has what it printed last. */
export function run(cwd: string, command: string[], env: Record<string, string> = {}): void {
  const [program, ...args] = command;
  try {
    execFileSync(program, args, {
      cwd,
      env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', ...env },
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`\`${command.join(' ')}\` failed\n${last || (error as Error).message}`);
  }
}

export function isInstalled(command: string[]): boolean {
  const [program, ...args] = command;
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
