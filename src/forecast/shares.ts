import { Share } from './release-forecast';
import { Manifest } from '../core/manifest';
import { at, items, number, record, text } from '../core/read';
import { isNamed } from '../model/manifests/manifest-set';
import { blueGreenIn, canaryIn, Release, stepsIn } from '../model/release/release';
import { actionsIn } from '../model/release/steps';
import { httpRouteIndexes } from '../model/routing/istio/route-indexes';
import { virtualServiceTargets } from '../model/routing/istio/targets';
import { byHash } from '../simulator/model/replica-sets';
import { ReplicaSet, ServiceState, SimulatorState } from '../simulator/model/state';
import { Hash, TrafficWeights } from '../simulator/model/status';
import { hostOf } from '../simulator/router/istio/objects';

/** The part of the production requests that each revision gets. */
export function usersOf(release: Release, state: SimulatorState): Share[] {
  const blueGreen = blueGreenIn(release);
  if (blueGreen) {
    return serviceShares(state, state.services[blueGreen.activeService]);
  }
  if (!canaryIn(release)!.isRouted) {
    return podShares(state.replicaSets);
  }
  const { weights } = state.status.canary;
  return weights === null ? readyShare(state, state.status.stableRS) : routedShares(release, state) ?? weightedShares(release, state, weights);
}

/** By the weights in the status, for routers whose own objects are not known. */
function weightedShares(release: Release, state: SimulatorState, weights: TrafficWeights): Share[] {
  const parts = [weights.stable, weights.canary, ...weights.additional].filter(({ weight }) => weight > 0);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return merged(parts.flatMap(({ weight, hash, serviceName }) => {
    const revision = hash === 0 ? experimentRevision(release, state, serviceName) : readyShare(state, hash)[0]?.revision;
    return revision === undefined ? [] : [{ revision, percent: weight * 100 / sum }];
  }));
}

/**
 * Where the route that the controller weights leads, which is what users meet: a pass that then waits for pods leaves weights in the
 * status that are no longer those of the route.
 */
function routedShares(release: Release, state: SimulatorState): Share[] | undefined {
  const entries = weightedRoute(release, state);
  const sum = entries.reduce((total, { weight }) => total + number(weight), 0);
  return sum === 0 ? undefined : merged(entries.filter(({ weight }) => number(weight) > 0).flatMap((entry) => (
    answering(release, state, entry).map(({ revision, percent }) => ({ revision, percent: percent * entry.weight / sum }))
  )));
}

/** The destinations of the first HTTP route to which the controller writes weights; none where there is no such route. */
function weightedRoute(release: Release, { routingObjects }: SimulatorState): Manifest[] {
  const [route] = virtualServiceTargets(release).flatMap((target) => {
    const http = routingObjects.find((object) => isNamed(target, object))?.spec.http ?? [];
    const indexes = httpRouteIndexes(target.routes, http);
    return typeof indexes === 'string' ? [] : indexes.map((index) => http[index]);
  });
  return items(route?.route, '').map(({ value }) => value);
}

function answering(release: Release, state: SimulatorState, entry: Manifest): Share[] {
  const service = hostOf(entry);
  const experiment = service in state.services ? undefined : experimentRevision(release, state, service);
  return experiment === undefined ? subsetShares(state, service, text(at(entry, 'destination', 'subset'))) : [{ revision: experiment, percent: 100 }];
}

/** A subset takes what its hash says out of what the Service selects. */
export function subsetShares(state: SimulatorState, service: string, subset: string): Share[] {
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
function podShares(sets: readonly ReplicaSet[]): Share[] {
  const all = sets.reduce((sum, { ready }) => sum + ready, 0);
  return merged(sets.filter(({ ready }) => ready > 0).map(({ revision, ready }) => ({ revision, percent: ready * 100 / all })));
}

/** One share a revision, oldest first, rounded to tenths. */
export function merged(shares: readonly Share[]): Share[] {
  const sums = new Map<number, number>();
  shares.forEach(({ revision, percent }) => sums.set(revision, (sums.get(revision) ?? 0) + percent));
  return [...sums].sort(([one], [other]) => one - other).map(([revision, percent]) => ({ revision, percent: Math.round(percent * 10) / 10 }));
}
