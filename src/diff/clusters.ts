import { Cluster, RolloutPair } from './cluster';
import { isKind } from './objects/is-kind';
import { unallocated } from './pairing/allocated';
import { once } from './pairing/once';
import { pairObjects } from './pairing/pair-objects';
import { deploymentName, placed } from './pairing/place';
import { Pair, Side } from './pairing/side';
import { HeldTemplate, templateOf } from './template/template-of';
import { ROLLOUT } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';

/** What was compared: the clusters, and how many objects are the same. */
export interface Clusters {
  readonly clusters: readonly Cluster[];
  readonly unchanged: number;
}

/** Puts each object beside what it was, and both into the deployment to which they belong. */
export function clustersOf(old: Side, now: Side): Clusters {
  const pairs = pairObjects(once(placed(old)), once(placed(now))).map(unallocated);
  const clusterOf = deploymentsOf(old, now, pairs);
  let unchanged = 0;
  for (const pair of pairs) {
    const cluster = clusterOf(pair);
    const same = pair.old?.json === pair.now?.json;
    unchanged += same ? 1 : 0;
    if (isKind((pair.now ?? pair.old)!.manifest, ROLLOUT)) {
      cluster.rollouts.push(rolloutPair(pair, cluster));
    } else if (!same) {
      cluster.objects.push({ ...pair, cluster });
    }
  }
  return { clusters: [...new Set(pairs.map(clusterOf))], unchanged };
}

/** A deployment was what most of its objects were in. */
function deploymentsOf(old: Side, now: Side, pairs: readonly Pair[]): (pair: Pair) => Cluster {
  const votes = now.deployments.map(() => new Map<number, number>());
  for (const pair of pairs) {
    if (pair.old && pair.now) {
      const own = votes[pair.now.deployment];
      own.set(pair.old.deployment, (own.get(pair.old.deployment) ?? 0) + 1);
    }
  }
  const before = old.deployments.map((manifests) => new ManifestSet(manifests));
  const nothing = new ManifestSet([]);
  const ofOld = new Map<number, Cluster>();
  const ofNow = votes.map((own, deployment) => {
    const [most] = [...own].sort(([, one], [, other]) => other - one)[0] ?? [];
    // The first deployment of all has whatever ran before it beside it.
    const chosen = most ?? (old.deployments.length === 1 && now.deployments.length === 1 ? 0 : undefined);
    const was = chosen === undefined ? nothing : before[chosen];
    const cluster = new Cluster(was, new ManifestSet(now.deployments[deployment]), deploymentName(now, deployment));
    chosen === undefined || ofOld.has(chosen) || ofOld.set(chosen, cluster);
    return cluster;
  });
  before.forEach((set, deployment) => {
    ofOld.has(deployment) || ofOld.set(deployment, new Cluster(set, nothing, deploymentName(old, deployment)));
  });
  return (pair) => pair.now ? ofNow[pair.now.deployment] : ofOld.get(pair.old!.deployment)!;
}

function rolloutPair(pair: Pair, cluster: Cluster): RolloutPair {
  const running = pair.old && templateOf(pair.old.manifest, cluster.before);
  const next = pair.now && templateOf(pair.now.manifest, cluster.after);
  return { ...pair, cluster, ...running && { running }, ...next && { next }, release: releaseOf(pair, running, next) };
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
