import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { crds, program } from './build';

export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'rollouts-controller';

const START_LIMIT = 120_000;

/** A control plane of our own, in a temporary folder. It ends with `stop`, and with this process at the latest. */
export class ControlPlane {
  public static async start(definitions = crds()): Promise<ControlPlane> {
    const dir = mkdtempSync(join(tmpdir(), 'cdk8s-rollouts-e2e-'));
    const args = ['up', '--dir', dir, '--rollouts-controller', program('rollouts-controller'), '--crds', definitions.join(',')];
    const server = spawn(program('controlplane'), args, { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const { kubeconfig, pids } = await ready(server);
      return new ControlPlane(server, dir, kubeconfig, pids);
    } catch (error) {
      server.kill();
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(
    private readonly server: ChildProcess,
    private readonly dir: string,
    public readonly kubeconfig: string,
    private readonly pidFile: string,
  ) {}

  /** Ends a component as a crash would. It is started again after some seconds. */
  public kill(component: Component): void {
    const pids = JSON.parse(readFileSync(this.pidFile, 'utf8')) as Record<Component, number>;
    process.kill(pids[component], 'SIGKILL');
  }

  public async stop(): Promise<void> {
    const exit = once(this.server, 'exit');
    this.server.stdin?.end();
    const [code] = await exit;
    if (code !== 0) {
      throw new Error(`the control plane ended with ${code}; its logs are in ${this.dir}`);
    }
    rmSync(this.dir, { recursive: true, force: true });
  }
}

async function ready(server: ChildProcess): Promise<{ kubeconfig: string; pids: string }> {
  const timer = setTimeout(() => server.kill(), START_LIMIT);
  try {
    for await (const line of createInterface({ input: server.stdout! })) {
      return JSON.parse(line);
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error('the control plane ended before it was ready');
}
