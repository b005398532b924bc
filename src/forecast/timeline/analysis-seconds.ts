import { findTemplate } from '../../model/analysis/find-template';
import { leastSeconds } from '../../model/analysis/least-seconds';
import { Analysis, AnalysisPosition } from '../../model/release/analyses';
import { Release } from '../../model/release/release';
import { AnalysisRun, AnalysisRunType } from '../../simulator/model/state';
import { ReleaseContext } from '../release-context';

const POSITIONS: Partial<Record<AnalysisRunType, AnalysisPosition>> = { PrePromotion: 'prePromotion', PostPromotion: 'postPromotion', Step: 'step' };

/** The least that the analysis of a run takes. */
export function analysisSeconds({ set, release }: ReleaseContext, run: AnalysisRun): number {
  const templates = (analysisOf(release, run)?.templates ?? []).map(({ name, clusterScope }) => (
    findTemplate(set, release.rollout, { templateName: name, clusterScope })
  ));
  return Math.max(0, ...templates.map(leastSeconds));
}

function analysisOf({ analyses }: Release, { type, stepIndex }: AnalysisRun): Analysis | undefined {
  return analyses.find(({ position, step }) => position === POSITIONS[type] && (position !== 'step' || step === (stepIndex ?? 0)));
}
