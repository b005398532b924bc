import { byHash } from './model/replica-sets';
import { ReplicaSet, secondsOf, SimulatorState } from './model/state';
import { Hash } from './model/status';
import { ReleaseState, RevisionState, RouteState } from './release-state';
import { text } from '../core/read';
import { canaryIn, Release, stepsIn } from '../model/release/release';
import { Destination, Route } from '../model/routing/route';
import { routesOf } from '../model/routing/routes';

/** What a person sees of a state. */
export function readState(release: Release, state: SimulatorState): ReleaseState {
  const { status, replicaSets } = state;
  const find = (hash: Hash) => byHash(replicaSets, hash)?.revision ?? null;
  const revisions = replicaSets.map((set) => readRevision(release, state, set));
  const selections = [...Object.entries(state.services).map(([name, { hash }]) => ({ name, hash })), ...readSubsets(release, state)];
  return {
    time: secondsOf(state.now),
    phase: status.phase,
    message: status.message.replace(/\{(\d+)\}/, (_, hash) => `r${find(Number(hash)) ?? '?'}`),
    step: status.currentStepIndex ?? 0,
    steps: stepsIn(release).length,
    revisions: revisions.sort((one, other) => one.revision - other.revision),
    services: Object.fromEntries(selections.map(({ name, hash }) => [name, find(hash)])),
    routes: state.routingObjects.flatMap(routesOf).map((route) => readRoute(release, route)),
  };
}

function readRevision(release: Release, { status }: SimulatorState, set: ReplicaSet): RevisionState {
  const { activeSelector, previewSelector } = status.blueGreen;
  const { hash } = set;
  return {
    revision: set.revision,
    roles: [
      ...hash === status.stableRS ? ['stable'] : [],
      ...hash === activeSelector ? ['active'] : [],
      ...hash === previewSelector && hash !== activeSelector ? ['preview'] : [],
      ...canaryIn(release) && hash === status.currentPodHash && hash !== status.stableRS ? ['canary'] : [],
    ],
    replicas: set.replicas,
    ready: set.ready,
    scaleDownAt: set.deadline,
  };
}

function readSubsets(release: Release, { subsets: state }: SimulatorState): Array<{ name: string; hash: Hash }> {
  return (state?.subsets ?? []).map(({ name, hash }) => ({ name: destinationName(release, { ...state!, subset: name }), hash }));
}

function readRoute(release: Release, { object: { kind, metadata }, key, destinations }: Route): RouteState {
  const weights = Object.fromEntries(destinations.map((destination) => [destinationName(release, destination), destination.weight]));
  const isForeign = text(metadata.namespace) !== (release.namespace ?? '');
  return { kind, name: metadata.name, ...isForeign && { namespace: text(metadata.namespace) }, route: key, weights };
}

/** A Service next to the Rollout goes by its name alone; a subset stands behind a slash. */
function destinationName(release: Release, { host, service, subset }: Pick<Destination, 'host' | 'service' | 'subset'>): string {
  const name = service && service.namespace === release.namespace ? service.name : host;
  return subset === undefined ? name : `${name}/${subset}`;
}
