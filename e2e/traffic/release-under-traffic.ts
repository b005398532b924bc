import { Tally } from './answers';
import { Mesh } from './mesh/mesh';
import { whySkipped } from './possible';
import { Traffic, User } from './traffic';
import { Api, KubernetesObject } from '../cluster/api';
import { ReleaseEvent } from '../release/event';
import { Release } from '../release/release';

const V1 = 'registry.example.com/app:1.4.2';
const V2 = 'app:2';

/** A release that users ask all the time, and what they got in its phases. */
export class ReleaseUnderTraffic {
  public constructor(public readonly release: Release, private readonly traffic: Traffic) {}

  /** Plays an event until the release has reached a phase, if one is given; says what users got from its start until then. */
  public async play(event: ReleaseEvent, phase?: string): Promise<Moment> {
    const from = Date.now();
    await this.release.play(event);
    const done = Date.now();
    if (phase !== undefined) {
      await this.release.reaches(phase);
    }
    return new Moment(this.traffic, from, done, Date.now());
  }

  /** Lets users go on for so many seconds. */
  public async wait(seconds: number): Promise<Moment> {
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return new Moment(this.traffic, from, from, Date.now());
  }

  public get everything(): Moment {
    return new Moment(this.traffic, undefined, undefined, Infinity);
  }
}

/** A stretch of time in the life of a release. */
export class Moment {
  public constructor(
    private readonly traffic: Traffic,
    private readonly from: number | undefined,
    private readonly done: number | undefined,
    private readonly to: number,
  ) {}

  /** What the users of that name got. */
  public of(user: string): Outcome {
    return new Outcome(this.traffic.tally(user, this.from, this.to));
  }

  /** What they got from so many seconds after the event was carried out until now. */
  public after(seconds: number, user: string): Outcome {
    return new Outcome(this.traffic.tally(user, this.done! + seconds * 1000));
  }
}

/** The answers to a user, by version. */
export class Outcome {
  public constructor(private readonly counted: Tally) {}

  public get lost(): Record<string, number> {
    return this.counted.lost;
  }

  public get lostTotal(): number {
    return Object.values(this.lost).reduce((sum, count) => sum + count, 0);
  }

  public get versions(): string[] {
    return Object.keys(this.counted.revisions).map((image) => image === V1 ? 'old' : image === V2 ? 'new' : image).sort();
  }

  public get total(): number {
    return this.counted.total;
  }

  /** The new version's share of the answers, in percent. */
  public get newShare(): number {
    return 100 * (this.counted.revisions[V2] ?? 0) / this.counted.total;
  }
}

/**
 * Tests with users on the gateway; skipped where no network of its own can be made.
 * @param istiod environment variables of istiod
 */
export function describeTraffic(title: string, body: (run: Run) => void, istiod?: Record<string, string>): void {
  const reason = whySkipped();
  (reason === undefined ? describe : describe.skip)(title, () => {
    let mesh: Mesh;
    let api: Api;

    beforeAll(async () => {
      api = await Api.connect();
      mesh = await Mesh.start(istiod);
    });

    afterAll(async () => {
      await mesh?.stop();
      await api?.close();
    });

    body(async (manifests, users, use) => {
      const release = await Release.create(api, manifests);
      let traffic: Traffic | undefined;
      try {
        await release.deploy();
        await release.reaches('Healthy');
        traffic = await Traffic.start(mesh, api, release.namespace, users);
        await use(new ReleaseUnderTraffic(release, traffic));
      } finally {
        await traffic?.stop();
        // The next release has the same hosts.
        await release.delete(true);
      }
    });
  });
}

export type Run = (manifests: KubernetesObject[], users: User[], use: (release: ReleaseUnderTraffic) => Promise<void>) => Promise<void>;
