import { Environment, RolloutPair } from './environment';
import { isKind } from './objects/is-kind';
import { unallocated } from './pairing/allocated';
import { once } from './pairing/once';
import { pairObjects } from './pairing/pair-objects';
import { environmentName, placed } from './pairing/place';
import { Pair, Side } from './pairing/side';
import { HeldTemplate, templateOf } from './template/template-of';
import { ROLLOUT } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';

/** What was compared: the environments, and how many objects are the same. */
export interface Environments {
  readonly environments: readonly Environment[];
  readonly unchanged: number;
}

/** Puts each object beside what it was, and both into the environment to which they belong. */
export function environmentsOf(old: Side, now: Side): Environments {
  const pairs = pairObjects(once(placed(old)), once(placed(now))).map(unallocated);
  const environmentOf = environmentsByPair(old, now, pairs);
  let unchanged = 0;
  for (const pair of pairs) {
    const environment = environmentOf(pair);
    const same = pair.old?.json === pair.now?.json;
    unchanged += same ? 1 : 0;
    if (isKind((pair.now ?? pair.old)!.manifest, ROLLOUT)) {
      environment.rollouts.push(rolloutPair(pair, environment));
    } else if (!same) {
      environment.objects.push({ ...pair, environment });
    }
  }
  return { environments: [...new Set(pairs.map(environmentOf))], unchanged };
}

/** An environment was what most of its objects were in. */
function environmentsByPair(old: Side, now: Side, pairs: readonly Pair[]): (pair: Pair) => Environment {
  const votes = now.environments.map(() => new Map<number, number>());
  for (const pair of pairs) {
    if (pair.old && pair.now) {
      const own = votes[pair.now.environment];
      own.set(pair.old.environment, (own.get(pair.old.environment) ?? 0) + 1);
    }
  }
  const before = old.environments.map((manifests) => new ManifestSet(manifests));
  const nothing = new ManifestSet([]);
  const ofOld = new Map<number, Environment>();
  const ofNow = votes.map((own, index) => {
    const [most] = [...own].sort(([, one], [, other]) => other - one)[0] ?? [];
    // The first environment of all has whatever ran before it beside it.
    const chosen = most ?? (old.environments.length === 1 && now.environments.length === 1 ? 0 : undefined);
    const was = chosen === undefined ? nothing : before[chosen];
    const environment = new Environment(was, new ManifestSet(now.environments[index]), environmentName(now, index));
    chosen === undefined || ofOld.has(chosen) || ofOld.set(chosen, environment);
    return environment;
  });
  before.forEach((set, index) => {
    ofOld.has(index) || ofOld.set(index, new Environment(set, nothing, environmentName(old, index)));
  });
  return (pair) => pair.now ? ofNow[pair.now.environment] : ofOld.get(pair.old!.environment)!;
}

function rolloutPair(pair: Pair, environment: Environment): RolloutPair {
  const running = pair.old && templateOf(pair.old.manifest, environment.before);
  const next = pair.now && templateOf(pair.now.manifest, environment.after);
  return { ...pair, environment, ...running && { running }, ...next && { next }, release: releaseOf(pair, running, next) };
}

function releaseOf({ old, now }: Pair, running: HeldTemplate | undefined, next: HeldTemplate | undefined): RolloutPair['release'] {
  if (!now) {
    return 'none';
  }
  if (!old) {
    return 'first';
  }
  // Of a workload that is not among the manifests nothing is known.
  return running?.effectiveJson === next?.effectiveJson || !running || !next ? 'none' : 'starts';
}
