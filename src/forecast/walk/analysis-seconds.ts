import { Manifest } from '../../core/manifest';
import { durationSeconds } from '../../core/parse-duration';
import { at, items } from '../../core/read';
import { findTemplate } from '../../model/analysis/find-template';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { Analysis, analysisAt } from '../../model/release/analyses';
import { Release, stepsIn } from '../../model/release/release';
import { actionOf } from '../../model/release/steps';
import { AnalysisRun } from '../../simulator/model/state';

/** The least that the metrics of a run take: a delay, and the time between their measurements. */
export function analysisSeconds(set: ManifestSet, rollout: Manifest, release: Release, run: AnalysisRun): number {
  const metrics = (analysisOf(release, run)?.templates ?? []).flatMap(({ name, clusterScope }) => (
    items(at(findTemplate(set, rollout, { templateName: name, clusterScope }), 'spec', 'metrics'), '')
  ));
  return Math.max(0, ...metrics.map(({ value }) => metricSeconds(value)));
}

function metricSeconds({ initialDelay, interval, count, consecutiveSuccessLimit }: Manifest): number {
  // Without a number it goes on for ever, unless so many successes in a row end it.
  const limits = [count, consecutiveSuccessLimit].map(Number).filter((limit) => limit > 0);
  const measurements = limits.length === 0 ? 1 : Math.min(...limits);
  return (durationSeconds(initialDelay) ?? 0) + (durationSeconds(interval) ?? 0) * (measurements - 1);
}

function analysisOf(release: Release, { type, stepIndex }: AnalysisRun): Analysis | undefined {
  switch (type) {
    case 'PrePromotion': return analysisAt(release, 'prePromotion');
    case 'PostPromotion': return analysisAt(release, 'postPromotion');
    case 'Step': return actionOf(stepsIn(release)[stepIndex ?? 0], 'analysis')?.analysis;
    default: return undefined;
  }
}
