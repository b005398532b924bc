import { CurrentRuns, Pass } from './pass';
import { isFastRollback } from './promotion';
import { Analysis } from '../../model/release/analyses';
import { AnalysisRun, AnalysisRunType } from '../model/state';
import { isFullyPromoted, pauseCondition } from '../model/status';

/** Starts, judges and ends the analysis runs. `reconcile` says which ones an update in flight has. */
export function reconcileAnalysisRuns(pass: Pass, reconcile: () => CurrentRuns): void {
  const { status, pause, currentRuns } = pass;
  const none = isFullyPromoted(status) || pause.isAborted || status.promoteFull || isFastRollback(pass) || status.stableRS === 0;
  if (none) {
    Object.values(currentRuns).forEach((run) => pass.cancelRun(run));
    // A blue-green release keeps its references, so that a retry knows them.
    pass.currentRuns = { pre: currentRuns.pre, post: currentRuns.post };
  } else {
    pass.currentRuns = reconcile();
  }
  const current = Object.values(pass.currentRuns).map((run) => run?.id);
  pass.before.runs
    .filter(({ id, type }) => !current.includes(id) && type !== 'Experiment' && type !== 'Plugin')
    .forEach((run) => pass.cancelRun(run));
}

/** Whether there is anything to run. */
export function isConfigured(analysis: Analysis | undefined): analysis is Analysis {
  return (analysis?.templates.length ?? 0) > 0;
}

/** After an inconclusive run that a person has passed, and after an abort, another run begins. */
export function needsNewRun({ status }: Pass, run: AnalysisRun | undefined): boolean {
  if (!run) {
    return true;
  }
  const isPausedOtherwise = pauseCondition(status, 'CanaryPauseStep') ?? pauseCondition(status, 'BlueGreenPause');
  return status.controllerPause && !isPausedOtherwise ? run.phase === 'Inconclusive' : status.abortedAt !== null;
}

export function startRun(pass: Pass, type: AnalysisRunType, { templates }: Analysis, stepIndex: number | null = null): AnalysisRun {
  const required = templates.map(({ name }) => name);
  const verdicts = Object.fromEntries(required.map((name) => [name, 'Running' as const]));
  return pass.addRun({ type, verdicts, required, stepIndex, endsAt: null });
}

/** What the verdict on a run does to the release. */
export function pauseOrAbort({ pause }: Pass, run: AnalysisRun, subject: string): void {
  if (run.phase === 'Inconclusive') {
    pause.add('InconclusiveAnalysisRun');
  } else if (run.phase === 'Failed' || run.phase === 'Error') {
    pause.abort(`${subject} phase error/failed`);
  }
}
