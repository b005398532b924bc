import { Release } from './model/release';
import { byHash } from './model/replica-sets';
import { ReplicaSet, secondsOf, SimulatorState } from './model/state';
import { Hash } from './model/status';
import { ReleaseState, RevisionState } from './release-state';
import { Manifest } from '../core/manifest';

const PROTOCOLS = ['http', 'tls', 'tcp'];

/** What a person sees of a state. */
export function readState(release: Release, state: SimulatorState): ReleaseState {
  const { status, replicaSets, subsets } = state;
  const find = (hash: Hash) => byHash(replicaSets, hash)?.revision ?? null;
  const revisions = replicaSets.map((set) => readRevision(release, state, set));
  return {
    time: secondsOf(state.now),
    phase: status.phase,
    message: status.message.replace(/\{(\d+)\}/, (_, hash) => `r${find(Number(hash)) ?? '?'}`),
    step: status.currentStepIndex ?? 0,
    steps: release.steps.length,
    revisions: revisions.sort((one, other) => one.revision - other.revision),
    services: Object.fromEntries(Object.entries(state.services).map(([name, { hash }]) => [name, find(hash)])),
    virtualServices: Object.fromEntries(state.routingObjects.map(({ metadata, spec }) => [metadata.name, readRoutes(spec)])),
    destinationRules: subsets === null ? {} : {
      [subsets.object.metadata.name]: Object.fromEntries(subsets.subsets.map(({ name, hash }) => [name, find(hash)])),
    },
  };
}

function readRevision({ blueGreen }: Release, { status }: SimulatorState, set: ReplicaSet): RevisionState {
  const { activeSelector, previewSelector } = status.blueGreen;
  const { hash } = set;
  return {
    revision: set.revision,
    roles: [
      ...hash === status.stableRS ? ['stable'] : [],
      ...hash === activeSelector ? ['active'] : [],
      ...hash === previewSelector && hash !== activeSelector ? ['preview'] : [],
      ...!blueGreen && hash === status.currentPodHash && hash !== status.stableRS ? ['canary'] : [],
    ],
    replicas: set.replicas,
    ready: set.ready,
    scaleDownAt: set.deadline,
  };
}

/** A route without a name goes by its place. */
function readRoutes(spec: Manifest): Record<string, Record<string, number>> {
  return Object.fromEntries(PROTOCOLS.flatMap((protocol) => (spec[protocol] ?? []).map((route: Manifest, index: number) => (
    [route.name ?? `${protocol}[${index}]`, readWeights(route.route ?? [])]
  ))));
}

/** A sole destination has all. */
function readWeights(entries: Manifest[]): Record<string, number> {
  return Object.fromEntries(entries.map(({ destination, weight }) => (
    [destination.subset ?? destination.host, weight ?? (entries.length === 1 ? 100 : 0)]
  )));
}
