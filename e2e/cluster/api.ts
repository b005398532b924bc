import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from './build';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: any;
  readonly spec?: any;
  readonly status?: any;
}

export type Change = 'ADDED' | 'MODIFIED' | 'DELETED';

/** Reads from the API server, through `kubectl proxy`, so that any cluster's way to log in works. */
export class Api {
  public static async connect(): Promise<Api> {
    const proxy = spawn(program('kubectl'), ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: proxy.stdout! })) {
      const address = /127\.0\.0\.1:\d+/.exec(line);
      if (address) {
        return new Api(proxy, `http://${address[0]}`);
      }
    }
    throw new Error('`kubectl proxy` ended before it was ready');
  }

  private constructor(private readonly proxy: ChildProcess, private readonly url: string) {}

  public async list(path: string): Promise<KubernetesObject[]> {
    const response = await fetch(this.url + path);
    if (!response.ok) {
      throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json() as any).items;
  }

  /** Calls back with every state of the objects from now on, until the signal. A broken connection is made anew. */
  public async watch(path: string, onObject: (object: KubernetesObject, type: Change) => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const response = await fetch(`${this.url}${path}?watch=true`, { signal });
        for await (const line of lines(response.body!)) {
          const { type, object } = JSON.parse(line);
          if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') {
            onObject(object, type);
          }
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  public async close(): Promise<void> {
    const exit = once(this.proxy, 'exit');
    this.proxy.kill();
    await exit;
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as any as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop()!;
    yield* parts.filter((part) => part !== '');
  }
}
