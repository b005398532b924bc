import { currentIndex, currentStep, lastStep } from './steps';
import { Manifest } from '../../../core/manifest';
import { durationSeconds } from '../../../core/parse-duration';
import { AnalysisRun } from '../../model/state';
import { pauseCondition, StatusDraft, WeightDestination } from '../../model/status';
import { Pass } from '../pass';

/** Starts and ends the experiment of a step. Its pods are ready at once, and are not among the revisions. */
export function reconcileExperiment(pass: Pass): void {
  const { release, status, pause } = pass;
  const isAtStep = currentStep(release, status)?.experiment !== undefined;
  if (pause.isAborted || status.promoteFull || !isAtStep) {
    pass.cancelRun(pass.currentExperiment);
    return;
  }
  if (pauseCondition(status, 'InconclusiveAnalysisRun') || !pass.stableRS) {
    return;
  }
  pass.currentExperiment ??= startExperiment(pass, currentStep(release, status)!.experiment);
  const { phase } = pass.currentExperiment;
  if (phase === 'Inconclusive') {
    pause.add('InconclusiveExperiment');
  } else if (phase === 'Failed' || phase === 'Error') {
    pause.abort('Experiment analysis phase is error/failed');
  }
}

/** A finished experiment is forgotten. */
export function writeExperiment({ release, status, currentExperiment }: Pass, draft: StatusDraft): void {
  const isCurrent = currentExperiment?.phase === 'Running' && currentStep(release, status)?.experiment !== undefined && !draft.abort;
  draft.canary = { ...draft.canary, experiment: isCurrent ? currentExperiment.id : null };
}

function startExperiment(pass: Pass, experiment: Manifest): AnalysisRun {
  const seconds = durationSeconds(experiment.duration);
  const analyses: Manifest[] = experiment.analyses ?? [];
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
  const step = index === null ? undefined : lastStep(release, index, 'experiment')?.experiment;
  if (!step || currentExperiment?.phase !== 'Running' || currentStep(release, status) === undefined) {
    return [];
  }
  const templates: Manifest[] = step.templates ?? [];
  return templates.filter(({ weight }) => weight !== undefined).map(({ name, weight, service }) => ({
    weight, hash: 0, serviceName: service?.name ?? `${release.name}-${name}`,
  }));
}
