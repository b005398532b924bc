import { canaryIn, Release, stepsIn } from '../../src/model/release/release';
import { actionOf } from '../../src/model/release/steps';
import { available, byHash } from '../../src/simulator/model/replica-sets';
import { ReplicaSet, SimulatorState } from '../../src/simulator/model/state';
import { isFullyPromoted } from '../../src/simulator/model/status';
import { ReleaseState } from '../../src/simulator/release-state';

/**
 * A state of the cluster or of the simulator without what the controller writes to and fro for ever, by what the simulator knows: which of
 * the two is to be seen hangs on whether the controller has heard of its last change.
 */
export function steady(state: ReleaseState, release: Release, simulated: SimulatorState): ReleaseState {
  return withoutUnsteadyRoute(withSteadyService(state, release, simulated), release, simulated);
}

/** Every pass of an aborted release points the canary Service at the pods of the canary, if it has any, and back again. */
function withSteadyService(state: ReleaseState, release: Release, { status, replicaSets, services }: SimulatorState): ReleaseState {
  const canary = canaryIn(release);
  const name = canary?.isRouted ? canary.canaryService : undefined;
  const [stableRS, newRS] = [status.stableRS, status.currentPodHash].map((hash) => byHash(replicaSets, hash));
  const isUnsteady = name && status.abort && stableRS && newRS && services[name].hash === stableRS.hash && available(newRS) > 0;
  return isUnsteady && state.services[name] === newRS.revision
    ? { ...state, services: { ...state.services, [name]: stableRS.revision } }
    : state;
}

function withoutUnsteadyRoute(state: ReleaseState, release: Release, simulated: SimulatorState): ReleaseState {
  const name = unsteadyRoute(release, simulated);
  return name === undefined ? state : {
    ...state,
    routes: state.routes.filter(({ route }) => route !== name),
  };
}

/** Without pods of the canary, and after an abort, every pass takes the routes of all steps away and makes that of the current step. */
export function unsteadyRoute(release: Release, { status, replicaSets }: SimulatorState): string | undefined {
  const step = stepsIn(release)[status.currentStepIndex ?? 0];
  const route = actionOf(step, 'setHeaderRoute') ?? actionOf(step, 'setMirrorRoute');
  const newRS = byHash(replicaSets, status.currentPodHash);
  const isEmpty = newRS !== undefined && available(newRS) === 0;
  const isUnsteady = canaryIn(release)?.isRouted && route?.match && !isFullyPromoted(status) && (status.abort || status.promoteFull || isEmpty);
  return isUnsteady ? route.name : undefined;
}

/**
 * The ReplicaSet of the canary while it is chance whether it has a deadline. With `dynamicStableScale` an abort may take pods from the
 * stable ReplicaSet. The pass after that writes a deadline as long as it has not heard that they are gone, and no later one does.
 */
export function withChanceOfDeadline(release: Release, { spec, status, replicaSets }: SimulatorState): ReplicaSet | undefined {
  const stableRS = byHash(replicaSets, status.stableRS);
  const isShort = stableRS !== undefined && available(stableRS) < spec.replicas;
  return canaryIn(release)?.dynamicStableScale && status.abort && isShort ? byHash(replicaSets, status.currentPodHash) : undefined;
}
