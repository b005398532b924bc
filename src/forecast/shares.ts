import { Share } from './release-forecast';
import { Manifest } from '../core/manifest';
import { at, record } from '../core/read';
import { Release, stepsIn } from '../model/release/release';
import { actionsIn } from '../model/release/steps';
import { byHash } from '../simulator/model/replica-sets';
import { ReplicaSet, ServiceState, SimulatorState } from '../simulator/model/state';
import { Hash } from '../simulator/model/status';

/** A subset takes what its hash says out of what the Service selects. */
export function subsetShares(state: SimulatorState, service: string, subset: string | undefined): Share[] {
  const all = serviceShares(state, state.services[service]);
  const chosen = state.subsets?.subsets.find(({ name }) => name === subset);
  if (!chosen || chosen.hash === 0) {
    return all;
  }
  const own = readyShare(state, chosen.hash);
  return state.services[service]?.hash ? own.filter(({ revision }) => all.some((share) => share.revision === revision)) : own;
}

/** An experiment's pods are none of the revisions, but run what one of them runs; nothing for a Service of no experiment. */
export function experimentRevision(release: Release, { status, replicaSets }: SimulatorState, serviceName: string): number | undefined {
  const templates = actionsIn(stepsIn(release), 'experiment').flatMap(({ action }) => action.experiment.templates);
  const found = templates.find(({ name, service }) => (service ?? `${release.name}-${name}`) === serviceName);
  return found && byHash(replicaSets, found.specRef === 'stable' ? status.stableRS : status.currentPodHash)?.revision;
}

/** Whose pods a Service leads to: those of its revision, or all while it has none; in both cases with its labels. */
export function serviceShares(state: SimulatorState, service: ServiceState | undefined): Share[] {
  if (service === undefined || (service.hash === 0 && Object.keys(service.selector).length === 0)) {
    return [];
  }
  return podShares(state.replicaSets.filter((set) => (service.hash === 0 || service.hash === set.hash) && selects(service, set)));
}

function selects({ selector }: ServiceState, { template }: ReplicaSet): boolean {
  const labels = labelsOf(template);
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

const LABELS = new Map<string, Manifest>();
const MOST_LABELS = 1_000;

/** Asked for again and again of the same few templates. */
function labelsOf(template: string): Manifest {
  const known = LABELS.get(template);
  if (known) {
    return known;
  }
  const labels = record(at(JSON.parse(template), 'metadata', 'labels'));
  LABELS.size < MOST_LABELS || LABELS.clear();
  LABELS.set(template, labels);
  return labels;
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

/** One share a revision, oldest first, rounded to tenths. */
export function merged(shares: readonly Share[]): Share[] {
  const sums = new Map<number, number>();
  shares.forEach(({ revision, percent }) => sums.set(revision, (sums.get(revision) ?? 0) + percent));
  return [...sums].sort(([one], [other]) => one - other).map(([revision, percent]) => ({ revision, percent: tenths(percent) }));
}

/** Rounded to tenths. */
export function tenths(percent: number): number {
  return Math.round(percent * 10) / 10;
}
