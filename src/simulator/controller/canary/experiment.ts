import { currentAction, currentIndex, currentStep, lastAction } from './steps';
import { Experiment } from '../../../model/release/steps';
import { AnalysisRun } from '../../model/state';
import { pauseCondition, StatusDraft, WeightDestination } from '../../model/status';
import { Pass } from '../pass';

/** Starts and ends the experiment of a step. Its pods are ready at once, and are not among the revisions. */
export function reconcileExperiment(pass: Pass): void {
  const { release, status, pause } = pass;
  const step = currentAction(release, status, 'experiment');
  if (pause.isAborted || status.promoteFull || !step) {
    pass.cancelRun(pass.currentExperiment);
    return;
  }
  if (pauseCondition(status, 'InconclusiveAnalysisRun') || !pass.stableRS) {
    return;
  }
  pass.currentExperiment ??= startExperiment(pass, step.experiment);
  const { phase } = pass.currentExperiment;
  if (phase === 'Inconclusive') {
    pause.add('InconclusiveExperiment');
  } else if (phase === 'Failed' || phase === 'Error') {
    pause.abort('Experiment analysis phase is error/failed');
  }
}

/** A finished experiment is forgotten. */
export function writeExperiment({ release, status, currentExperiment }: Pass, draft: StatusDraft): void {
  const isCurrent = currentExperiment?.phase === 'Running' && currentAction(release, status, 'experiment') !== undefined && !draft.abort;
  draft.canary = { ...draft.canary, experiment: isCurrent ? currentExperiment.id : null };
}

function startExperiment(pass: Pass, { seconds, analyses }: Experiment): AnalysisRun {
  return pass.addRun({
    type: 'Experiment',
    verdicts: Object.fromEntries(analyses.map(({ name }) => [name, 'Running'])),
    required: analyses.filter(({ requiredForCompletion }) => requiredForCompletion).map(({ name }) => name),
    stepIndex: currentIndex(pass.release, pass.status),
    endsAt: seconds === undefined ? null : pass.before.now + seconds * 1000,
  });
}

/** The shares of the users that go to the Services of a running experiment. */
export function experimentDestinations({ release, status, currentExperiment }: Pass): WeightDestination[] {
  const index = currentIndex(release, status);
  const step = index === null ? undefined : lastAction(release, index, 'experiment')?.experiment;
  if (!step || currentExperiment?.phase !== 'Running' || currentStep(release, status) === undefined) {
    return [];
  }
  return step.templates.flatMap(({ name, weight, service }) => (
    weight === undefined ? [] : [{ weight, hash: 0, serviceName: service ?? `${release.name}-${name}` }]
  ));
}
