import { Deploy } from '../events';
import { mergeTemplate } from './merge-template';
import { isPartOf } from './template-part';
import { Manifest } from '../../core/manifest';
import { Release, stepsIn } from '../../model/release/release';
import { canonicalJson } from '../model/same';
import { ReplicaSet, SimulatorState } from '../model/state';
import { Status } from '../model/status';
import { checkSelectors } from '../start/check-selectors';

/** Git gets another pod template. */
export function deploy(release: Release, state: SimulatorState, { image, container, template }: Deploy): SimulatorState {
  const patched = mergeTemplate(JSON.parse(state.spec.template), template ?? {});
  const deployed = image === undefined ? patched : withImage(patched, image, container);
  checkSelectors(release, state.services, deployed);
  return withTemplate(state, canonicalJson(deployed));
}

function withImage(template: Manifest, image: string, name: string | undefined): Manifest {
  const containers: Manifest[] = template.spec?.containers ?? [];
  const index = name === undefined ? 0 : containers.findIndex((container) => container.name === name);
  if (!containers[index]) {
    throw new Error(name === undefined ? 'the template has no container' : `the template has no container ${name}`);
  }
  const changed = containers.map((container, at) => at === index ? { ...container, image } : container);
  return { ...template, spec: { ...template.spec, containers: changed } };
}

function withTemplate(state: SimulatorState, template: string): SimulatorState {
  const { spec } = state;
  return template === spec.template ? state : { ...state, spec: { ...spec, template, generation: spec.generation + 1 } };
}

/** The template of a former revision; of the one before, unless it is named. */
export function undo(release: Release, state: SimulatorState, revision = 0): SimulatorState {
  const sets = [...state.replicaSets].sort((one, other) => other.revision - one.revision);
  const found: ReplicaSet | undefined = revision === 0 ? sets[1] : sets.find((set) => set.revision === revision);
  if (!found) {
    throw new Error(revision === 0
      ? `no revision found for rollout ${release.name}`
      : `unable to find revision ${revision} in the history of rollout ${release.name}`);
  }
  // Of a workload kubectl does not compare the template.
  const isSkipped = release.template.kind === 'own' && isPartOf(JSON.parse(state.spec.template), JSON.parse(found.template));
  return isSkipped ? state : withTemplate(state, found.template);
}

/** Ends the pause of the release; without one, the current step. */
export function promote(release: Release, state: SimulatorState): SimulatorState {
  const { status } = state;
  const isPaused = status.pauseConditions.length > 0;
  if (isPaused && status.controllerPause && status.canary.stepRun?.phase === 'Inconclusive') {
    return withStatus(state, { pauseConditions: [], controllerPause: false, currentStepIndex: nextIndex(release, status) });
  }
  if (isPaused) {
    return withStatus(state, { pauseConditions: [] });
  }
  return stepsIn(release).length > 0 ? withStatus(state, { currentStepIndex: nextIndex(release, status) }) : state;
}

export function promoteFull(state: SimulatorState): SimulatorState {
  const { currentPodHash, stableRS } = state.status;
  return currentPodHash === stableRS ? state : withStatus(state, { promoteFull: true });
}

export function skipStep(release: Release, state: SimulatorState): SimulatorState {
  if (stepsIn(release).length === 0) {
    throw new Error(`rollout ${release.name} has no steps to skip`);
  }
  return withStatus(state, { currentStepIndex: nextIndex(release, state.status) });
}

function nextIndex(release: Release, { currentStepIndex }: Status): number {
  const index = currentStepIndex ?? 0;
  return index < stepsIn(release).length ? index + 1 : index;
}

function withStatus(state: SimulatorState, changes: Partial<Status>): SimulatorState {
  return { ...state, status: { ...state.status, ...changes } };
}
