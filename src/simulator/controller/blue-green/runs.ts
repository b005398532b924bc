import { skipsPostPromotion, skipsPrePromotion } from './skip';
import { Analysis, analysisAt } from '../../../model/release/analyses';
import { AnalysisRun } from '../../model/state';
import { pauseCondition } from '../../model/status';
import { isConfigured, needsNewRun, pauseOrAbort, startRun } from '../analysis-runs';
import { CurrentRuns, Pass } from '../pass';

export function completedPrePromotionAnalysis({ release, currentRuns }: Pass): boolean {
  return !analysisAt(release, 'prePromotion') || currentRuns.pre?.phase === 'Successful';
}

export function reconcileBlueGreenRuns(pass: Pass): CurrentRuns {
  const { release, currentRuns } = pass;
  const pre = reconcileRun(pass, 'PrePromotion', analysisAt(release, 'prePromotion'), currentRuns.pre, skipsPrePromotion(pass, currentRuns.pre));
  judge(pass, pre, 'Blue/green pre-promotion analysis');
  const post = reconcileRun(pass, 'PostPromotion', analysisAt(release, 'postPromotion'), currentRuns.post, skipsPostPromotion(pass, currentRuns.post));
  judge(pass, post, 'Blue/green post-promotion analysis');
  return { pre, post };
}

function reconcileRun(
  pass: Pass, type: 'PrePromotion' | 'PostPromotion', analysis: Analysis | undefined, run: AnalysisRun | undefined, skips: boolean,
): AnalysisRun | undefined {
  if (!isConfigured(analysis)) {
    pass.cancelRun(run);
    return undefined;
  }
  if (skips) {
    pass.cancelRun(run);
    return run;
  }
  const waits = pauseCondition(pass.status, 'InconclusiveAnalysisRun') !== undefined;
  return !waits && needsNewRun(pass, run) ? startRun(pass, type, analysis) : run;
}

function judge(pass: Pass, run: AnalysisRun | undefined, subject: string): void {
  if (run) {
    pauseOrAbort(pass, run, subject);
  }
}
