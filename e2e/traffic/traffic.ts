import { createInterface } from 'node:readline';
import { Answer, tally, Tally } from './answers';
import { Child, script, until } from './mesh/child';
import { GATEWAY_PORT, Mesh } from './mesh/mesh';
import { PodBook } from './pod-book';
import { Api } from '../cluster/api';

export interface User {
  /** Users of one name are counted together. */
  readonly name: string;
  readonly host: string;
  readonly headers?: Record<string, string>;
}

/** Requests of some users through the gateway, from when the first is answered until they are stopped. */
export class Traffic {
  public static async start(mesh: Mesh, api: Api, namespace: string, users: User[]): Promise<Traffic> {
    const pods = PodBook.open(api, namespace);
    const command = script('users.ts', String(GATEWAY_PORT), ...users.map((user) => JSON.stringify(user)));
    const traffic = new Traffic(Child.start(mesh.network.inside(command)), pods);
    const names = [...new Set(users.map(({ name }) => name))];
    await until('an answer for every user', 30, async () => names.every((name) => (
      traffic.answers.some(({ user, status }) => user === name && status === 200)
    )));
    traffic.begin = Date.now();
    return traffic;
  }

  private readonly answers: Answer[] = [];
  private begin = 0;

  private constructor(private readonly child: Child, private readonly pods: PodBook) {
    createInterface({ input: child.process.stdout! }).on('line', (line) => this.answers.push(JSON.parse(line)));
  }

  /** What users of that name got, by the image of the pod that answered. */
  public tally(user: string, from: number = this.begin, to: number = Infinity): Tally {
    const answers = this.answers.filter((answer) => answer.user === user && answer.at >= from && answer.at < to);
    return tally(answers, (address, at) => this.pods.imageAt(address, at));
  }

  public async stop(): Promise<void> {
    await this.child.stop();
    await this.pods.close();
  }
}
