import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

const POD_ADDRESSES = '10.244.0.0/16';

/** A network namespace of its own, in which every address of a pod is local. */
export class Network {
  public static create(): Network {
    const network = new Network(`e2e-${randomBytes(3).toString('hex')}`);
    ip('netns', 'add', network.name);
    ip('-n', network.name, 'link', 'set', 'lo', 'up');
    ip('-n', network.name, 'route', 'add', 'local', POD_ADDRESSES, 'dev', 'lo');
    return network;
  }

  private constructor(private readonly name: string) {}

  /** The command, run inside. */
  public inside(command: string[]): string[] {
    return ['ip', 'netns', 'exec', this.name, ...command];
  }

  public remove(): void {
    ip('netns', 'delete', this.name);
  }
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: 'inherit' });
}
