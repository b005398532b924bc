import { selects } from '../core/labels';
import { Manifest } from '../core/manifest';
import { namespaceOf, record, shown } from '../core/read';
import { Placed } from './pairing/side';
import { Reference, referencesOf } from './template/references';
import { HeldTemplate, podLabels } from './template/template-of';
import { ManifestSet } from '../model/manifests/manifest-set';
import { readRelease } from '../model/release/read-release';

/** An object before and after, in the environment in which it is. */
export interface ObjectPair {
  readonly old?: Placed;
  readonly now?: Placed;
  readonly environment: Environment;
}

/** A Rollout before and after, and what pods it makes. */
export interface RolloutPair extends ObjectPair {
  readonly running?: HeldTemplate;
  readonly next?: HeldTemplate;
  /** Whether pods of another version start; `first` where nothing runs yet. */
  readonly release: 'starts' | 'first' | 'none';
}

/** A Rollout whose pods refer to something. */
export interface User {
  readonly rollout: RolloutPair;
  readonly reference: Reference;
  /** Whether they run already. */
  readonly running: boolean;
}

/** One environment before and after: the objects that are applied together. */
export class Environment {
  /** Its Rollouts; those that differ in nothing too. */
  public readonly rollouts: RolloutPair[] = [];
  /** All else that differs. */
  public readonly objects: ObjectPair[] = [];
  private byLabel?: Map<string, RolloutPair[]>;
  private byReference?: Map<string, User[]>;
  private byWorkload?: Map<unknown, RolloutPair[]>;
  private byService?: Map<string, RolloutPair[]>;
  private gone?: readonly RolloutPair[];
  private fresh?: readonly RolloutPair[];

  public constructor(
    public readonly before: ManifestSet,
    public readonly after: ManifestSet,
    /** What it is called, where there are several. */
    public readonly name: string | undefined,
  ) {}

  /** The Rollouts that are no longer there. */
  public get removed(): readonly RolloutPair[] {
    return this.gone ??= this.rollouts.filter(({ now }) => !now);
  }

  /** The Rollouts that were not there. */
  public get added(): readonly RolloutPair[] {
    return this.fresh ??= this.rollouts.filter(({ old }) => !old);
  }

  /** The Rollouts whose pod template an object holds. */
  public holdersOf(workload: Manifest): readonly RolloutPair[] {
    this.byWorkload ??= index<RolloutPair, unknown>(this.rollouts, ({ next }) => next?.workload ? [next.workload] : []);
    return this.byWorkload.get(workload) ?? [];
  }

  /** The Rollouts that name a Service from now on. */
  public namersOf(namespace: string | undefined, service: string): readonly RolloutPair[] {
    this.byService ??= index(this.rollouts, ({ now }) => (
      now ? readRelease(now.manifest).services.map(({ name }) => nearKey(namespaceOf(now.manifest), name)) : []
    ));
    return this.byService.get(nearKey(namespace, service)) ?? [];
  }

  /** The Rollouts whose running pods a selector in a namespace takes. */
  public runningBehind(namespace: string | undefined, selector: unknown): readonly RolloutPair[] {
    const entries = Object.entries(record(selector));
    if (entries.length === 0) {
      return [];
    }
    this.byLabel ??= index(this.rollouts, (pair) => (
      Object.entries(podLabels(pair.running)).map(([key, value]) => labelKey(namespaceOf(pair.old!.manifest), key, value))
    ));
    const some = this.byLabel.get(labelKey(namespace, ...entries[0])) ?? [];
    return some.filter((pair) => selects(selector, podLabels(pair.running)));
  }

  /** The Rollouts whose pods refer to an object, once for each way. */
  public usersOf(object: Manifest): readonly User[] {
    this.byReference ??= index(this.rollouts.flatMap(usersIn), ({ rollout, reference }) => (
      [referenceKey(reference.kind, namespaceOf((rollout.now ?? rollout.old)!.manifest), reference.name)]
    ));
    return this.byReference.get(referenceKey(shown(object.kind), namespaceOf(object), shown(record(object.metadata).name))) ?? [];
  }
}

function usersIn(rollout: RolloutPair): User[] {
  const of = (template: HeldTemplate | undefined, running: boolean) => (
    referencesOf(template?.effective).map((reference) => ({ rollout, reference, running }))
  );
  return [...of(rollout.running, true), ...of(rollout.next, false)];
}

const nearKey = (namespace: string | undefined, name: string) => JSON.stringify([namespace ?? '', name]);
const labelKey = (namespace: string | undefined, key: string, value: unknown) => JSON.stringify([namespace ?? '', key, value]);
const referenceKey = (kind: string, namespace: string | undefined, name: string) => JSON.stringify([kind, namespace ?? '', name]);

function index<T, K = string>(values: readonly T[], keysOf: (value: T) => K[]): Map<K, T[]> {
  const result = new Map<K, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const same = result.get(key);
      same ? same.push(value) : result.set(key, [value]);
    }
  }
  return result;
}
