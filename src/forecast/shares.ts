import { Share } from './release-forecast';
import { Manifest } from '../core/manifest';
import { Release } from '../simulator/model/release';
import { byHash } from '../simulator/model/replica-sets';
import { ReplicaSet, ServiceState, SimulatorState } from '../simulator/model/state';
import { Hash } from '../simulator/model/status';

/** The part of the production requests that each revision gets. */
export function usersOf(release: Release, state: SimulatorState): Share[] {
  const { blueGreen, canary } = release;
  if (blueGreen) {
    return serviceShares(state, state.services[blueGreen.activeService]);
  }
  const { weights } = state.status.canary;
  if (!canary!.trafficRouting) {
    return podShares(state.replicaSets);
  }
  if (weights === null) {
    return shareOf(state, state.status.stableRS);
  }
  const parts = [weights.stable, weights.canary, ...weights.additional].filter(({ weight }) => weight > 0);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return merged(parts.flatMap(({ weight, hash, serviceName }) => {
    const revision = byHash(state.replicaSets, hash || experimentHash(release, state, serviceName))?.revision;
    return revision === undefined ? [] : [{ revision, percent: weight * 100 / sum }];
  }));
}

/** An experiment's pods are none of the revisions, but run what one of them runs. */
function experimentHash({ name, steps }: Release, { status }: SimulatorState, serviceName: string): Hash {
  const templates: Manifest[] = steps.flatMap(({ experiment }) => experiment?.templates ?? []);
  const found = templates.find((template) => (template.service?.name ?? `${name}-${template.name}`) === serviceName);
  return found?.specRef === 'stable' ? status.stableRS : status.currentPodHash;
}

/** Whose pods a Service leads to: those of its revision, or all while it has none. */
export function serviceShares(state: SimulatorState, service: ServiceState | undefined): Share[] {
  return service === undefined ? [] : service.hash === 0 ? podShares(state.replicaSets) : readyShare(state, service.hash);
}

/** The whole, where the revision has pods that answer. */
export function readyShare(state: SimulatorState, hash: Hash): Share[] {
  const set = byHash(state.replicaSets, hash);
  return set && set.ready > 0 ? [{ revision: set.revision, percent: 100 }] : [];
}

/** Requests are spread over all pods alike. */
export function podShares(sets: readonly ReplicaSet[]): Share[] {
  const all = sets.reduce((sum, { ready }) => sum + ready, 0);
  return merged(sets.filter(({ ready }) => ready > 0).map(({ revision, ready }) => ({ revision, percent: ready * 100 / all })));
}

function shareOf(state: SimulatorState, hash: Hash): Share[] {
  const set = byHash(state.replicaSets, hash);
  return set ? [{ revision: set.revision, percent: 100 }] : [];
}

/** One share a revision, oldest first, rounded to tenths. */
export function merged(shares: readonly Share[]): Share[] {
  const sums = new Map<number, number>();
  shares.forEach(({ revision, percent }) => sums.set(revision, (sums.get(revision) ?? 0) + percent));
  return [...sums].sort(([one], [other]) => one - other).map(([revision, percent]) => ({ revision, percent: Math.round(percent * 10) / 10 }));
}
