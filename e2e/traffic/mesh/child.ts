import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');

/** A program that runs beside the test, and ends with it whatever happens. */
export class Child {
  /** @param log where its output goes; without, standard output is for the caller to read */
  public static start(command: string[], options: { readonly log?: string; readonly env?: Record<string, string> } = {}): Child {
    const log = options.log === undefined ? undefined : openSync(options.log, 'a');
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log ?? 'pipe', log ?? 'inherit'],
    });
    if (log !== undefined) {
      closeSync(log);
    }
    return new Child(child);
  }

  private constructor(public readonly process: ChildProcess) {}

  public async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exit = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await exit;
    }
  }
}

/** The command that runs a script of ours. */
export const script = (path: string, ...args: string[]) => [process.execPath, '--import', 'tsx', resolve(__dirname, '..', path), ...args];

export async function until(what: string, seconds: number, done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await done().catch(() => false)) {
      return;
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`${what} was not there after ${seconds} s`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const { port } = server.address() as { port: number };
  await new Promise((resume) => server.close(resume));
  return port;
}
