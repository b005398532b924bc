import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ReleaseEvent, seconds } from './event';
import { changed, inNamespace, runnable, withImage } from './manifests';
import { isObserved, observe, readState, ReleaseObjects } from './observe';
import { order } from './order';
import { describeState } from '../../src/simulator/describe-state';
import { ReleaseState } from '../../src/simulator/release-state';
import { Api, KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';

const POLL = 100;
/** A state counts as settled when it has not changed for so long. */
const QUIET = 1_500;
const LIMIT = 60_000;

export type Apply = 'server-side' | 'client-side';

/** One release on the cluster, in a namespace of its own. */
export class Release {
  public static async create(api: Api, manifests: KubernetesObject[]): Promise<Release> {
    const namespace = `e2e-${randomBytes(4).toString('hex')}`;
    await kubectl(['create', 'namespace', namespace]);
    return new Release(api, namespace, inNamespace(manifests, namespace));
  }

  private time = 0;
  private eventAt = Date.now();
  private readonly deadlines = new Map<string, number>();

  private constructor(private readonly api: Api, public readonly namespace: string, private git: KubernetesObject[]) {}

  /** What Git holds now. */
  public get manifests(): KubernetesObject[] {
    return structuredClone(this.git);
  }

  /** The first deploy of all objects. */
  public async deploy(): Promise<void> {
    this.eventAt = Date.now();
    // The Rollout last, as a sync wave would: before its Services it is invalid, and looked at again with back-off only.
    const rank = (object: KubernetesObject) => object.kind === 'Rollout' ? 1 : 0;
    await this.apply([...this.git].sort((a, b) => rank(a) - rank(b)));
  }

  /** Changes Git, and nothing in the cluster. */
  public push(manifests: KubernetesObject[]): void {
    this.eventAt = Date.now();
    this.git = manifests;
  }

  /** Changes Git, and applies what has changed. */
  public async commit(manifests: KubernetesObject[], how: Apply = 'server-side'): Promise<void> {
    const before = this.git;
    this.push(manifests);
    await this.apply(changed(before, manifests), how);
  }

  /** Applies as a GitOps tool does, as its own field manager. */
  public async apply(objects: KubernetesObject[], how: Apply = 'server-side'): Promise<void> {
    const input = runnable(objects).map((object) => JSON.stringify(object)).join('\n---\n');
    const mode = how === 'server-side' ? ['--server-side', '--force-conflicts', '--field-manager=argocd-controller'] : [];
    await kubectl(['apply', ...mode, '-f', '-'], input);
  }

  public async play(event: ReleaseEvent): Promise<void> {
    // The controller tells old from new by creation times in whole seconds.
    await sleep(Math.max(0, this.eventAt + 1_100 - Date.now()));
    this.eventAt = Date.now();
    await this.act(event);
  }

  public async objects(): Promise<ReleaseObjects> {
    return observe(this.api, this.namespace);
  }

  /** The state once it has stayed the same for a while and is as wanted. Throws when it does not get there. */
  public async settled(wanted: (state: ReleaseState) => boolean = () => true): Promise<ReleaseState> {
    const { state, reached } = await this.follow(wanted);
    if (!reached) {
      throw new Error(`${this.namespace}: not as wanted after ${LIMIT / 1000} s: ${describeState(state).join('; ')}`);
    }
    return state;
  }

  /** Waits for a phase, as `settled` does. */
  public async reaches(phase: string): Promise<ReleaseState> {
    return this.settled((state) => state.phase === phase);
  }

  /** Waits until the state is the one that these lines describe, and stays so; fails with what it is instead. */
  public async expect(lines: string[]): Promise<ReleaseState> {
    const { state } = await this.follow((candidate) => isDeepStrictEqual(describeState(candidate), lines));
    expect(describeState(state)).toEqual(lines);
    return state;
  }

  /** @param wait whether to wait until nothing of it is left */
  public async delete(wait = false): Promise<void> {
    await kubectl(['delete', 'namespace', this.namespace, `--wait=${wait}`]);
  }

  /**
   * The state once it has stayed the same for a while and is as wanted, or what there is instead when time is over.
   *
   * @param view what of a state counts
   */
  public async follow(
    wanted: (state: ReleaseState) => boolean, limit = LIMIT, view = (state: ReleaseState) => state,
  ): Promise<{ state: ReleaseState; reached: boolean }> {
    const end = Date.now() + limit;
    let last: ReleaseState | undefined;
    let since = Date.now();
    while (Date.now() < end) {
      const state = await this.tryState();
      const seen = state && view(state);
      if (!isDeepStrictEqual(seen, last)) {
        [last, since] = [seen, Date.now()];
      }
      if (last && Date.now() - since >= QUIET && wanted(last)) {
        return { state: last, reached: true };
      }
      await sleep(POLL);
    }
    if (!last) {
      throw new Error(`${this.namespace}: the controller did not look at the Rollout within ${limit / 1000} s`);
    }
    return { state: last, reached: false };
  }

  /** Has the controller look at the Rollout: by itself it does so minutes later, where a Service has lost its hash. */
  public async lookAgain(): Promise<void> {
    await kubectl(['annotate', '--overwrite', 'rollout', 'app', `e2e.cdk8s-rollouts/seen=${Date.now()}`, '-n', this.namespace]);
  }

  private async act(event: ReleaseEvent): Promise<void> {
    if (typeof event === 'object' && 'deploy' in event) {
      return this.commit(withImage(this.git, event.deploy.image));
    }
    if (typeof event === 'object' && 'wait' in event) {
      this.time += seconds(event.wait);
      return sleep(seconds(event.wait) * 1000);
    }
    await order(this.namespace, event);
  }

  private async tryState(): Promise<ReleaseState | undefined> {
    try {
      const objects = await this.objects();
      return isObserved(objects) ? readState(objects, this.time, (deadline) => this.toTime(deadline, objects)) : undefined;
    } catch {
      // An API server that is being restarted; `settled` fails if it stays away.
      return undefined;
    }
  }

  /** Deadlines in the time of the release: what an event itself took is left out, so that every run gives the same. */
  private toTime(deadline: string, { rollout }: ReleaseObjects): number {
    const known = this.deadlines.get(deadline);
    if (known !== undefined) {
      return known;
    }
    const strategy = rollout.spec.strategy.blueGreen ?? rollout.spec.strategy.canary;
    const delays = [strategy.scaleDownDelaySeconds ?? 30, strategy.abortScaleDownDelaySeconds ?? 30];
    // Written in whole seconds, at the event or some time after it: what is more than the delay is the event's own time.
    const sinceEvent = (Date.parse(deadline) - this.eventAt) / 1000;
    const delay = Math.max(...delays.filter((candidate) => candidate <= sinceEvent + 1), 0);
    this.deadlines.set(deadline, this.time + delay);
    return this.time + delay;
  }
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
