import { currentAction, currentIndex } from './steps';
import { analysisAt } from '../../../model/release/analyses';
import { AnalysisRun } from '../../model/state';
import { isFullyPromoted, pauseCondition } from '../../model/status';
import { isConfigured, needsNewRun, pauseOrAbort, startRun } from '../analysis-runs';
import { CurrentRuns, Pass } from '../pass';

export function reconcileCanaryRuns(pass: Pass): CurrentRuns {
  const step = reconcileStepRun(pass);
  return { step, background: reconcileBackgroundRun(pass) };
}

function reconcileStepRun(pass: Pass): AnalysisRun | undefined {
  const { status, release, currentRuns: { step: run } } = pass;
  if (status.pauseConditions.length > 0 || status.abort) {
    return run;
  }
  const index = currentIndex(release, status);
  const analysis = currentAction(release, status, 'analysis')?.analysis;
  if (!isConfigured(analysis) || (run && run.stepIndex !== index)) {
    pass.cancelRun(run);
    return undefined;
  }
  if (!run || needsNewRun(pass, run)) {
    return startRun(pass, 'Step', analysis, index);
  }
  pauseOrAbort(pass, run, 'Step-based analysis');
  return run;
}

function reconcileBackgroundRun(pass: Pass): AnalysisRun | undefined {
  const { status, release, currentRuns: { background: run } } = pass;
  const analysis = analysisAt(release, 'background');
  if (!isConfigured(analysis)) {
    pass.cancelRun(run);
    return undefined;
  }
  const index = currentIndex(release, status);
  const isEarly = index !== null && index < pass.canary.analysisStartingStep;
  if (isFullyPromoted(status) || status.stableRS === 0 || status.currentPodHash === 0 || isEarly) {
    return undefined;
  }
  if (pauseCondition(status, 'InconclusiveAnalysisRun')) {
    return run;
  }
  if (!run || needsNewRun(pass, run)) {
    return startRun(pass, 'Background', analysis);
  }
  pauseOrAbort(pass, run, 'Background analysis');
  return run;
}
