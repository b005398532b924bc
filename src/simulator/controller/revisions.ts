import { Pass } from './pass';
import { SimulatorState } from '../model/state';
import { Condition } from '../model/status';
import { setCondition } from './status/set-condition';

/** The ReplicaSet of the current template: its hash, or nothing where there is none yet. */
export function findNewReplicaSet({ replicaSets, spec }: SimulatorState): number | undefined {
  return replicaSets.find(({ template }) => template === spec.template)?.hash;
}

/** Makes the ReplicaSet of the current template, without pods. */
export function createReplicaSet(state: SimulatorState, progressing: Condition): SimulatorState {
  const hash = state.hashes + 1;
  const revision = 1 + Math.max(0, ...state.replicaSets.map((set) => set.revision));
  const { template, replicas } = state.spec;
  const counts = { replicas: 0, desired: replicas, deadline: null, created: 0, ready: 0, pending: [] };
  return {
    ...state,
    hashes: hash,
    revision,
    replicaSets: [...state.replicaSets, { hash, revision, template, ...counts }],
    status: { ...state.status, conditions: setCondition(state.status.conditions, progressing) },
  };
}

/** An older ReplicaSet that becomes the current one is the newest revision again. */
export function syncRevision(pass: Pass): void {
  const older = pass.allRSs.filter((set) => set !== pass.newRS);
  const revision = 1 + Math.max(0, ...older.map((set) => set.revision));
  if (pass.newRS.revision < revision) {
    pass.newRS.revision = revision;
    pass.writeSet(pass.newRS.hash, { revision });
  }
  if (pass.next.revision !== pass.newRS.revision) {
    pass.next = { ...pass.next, revision: pass.newRS.revision };
  }
}

/** The oldest of the former ReplicaSets go, unless they have pods. */
export function reconcileRevisionHistoryLimit(pass: Pass): void {
  const surplus = pass.otherRSs.length - pass.release.revisionHistoryLimit;
  const gone = pass.otherRSs.slice(0, Math.max(0, surplus)).filter(({ created, replicas }) => created === 0 && replicas === 0);
  if (gone.length > 0) {
    const hashes = gone.map(({ hash }) => hash);
    pass.next = { ...pass.next, replicaSets: pass.next.replicaSets.filter(({ hash }) => !hashes.includes(hash)) };
  }
}
