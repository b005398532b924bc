import { Manifest } from '../../core/manifest';
import { at, items, list, record } from '../../core/read';
import { findTemplate } from '../../model/analysis/find-template';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { durationSeconds } from '../../core/parse-duration';
import { Release } from '../../simulator/model/release';
import { AnalysisRun } from '../../simulator/model/state';

/** The least that the metrics of a run take: a delay, and the time between their measurements. */
export function analysisSeconds(set: ManifestSet, rollout: Manifest, release: Release, run: AnalysisRun): number {
  const metrics = list(at(analysisOf(release, run), 'templates')).flatMap((reference) => {
    return items(at(findTemplate(set, rollout, record(reference)), 'spec', 'metrics'), '');
  });
  return Math.max(0, ...metrics.map(({ value }) => metricSeconds(value)));
}

function metricSeconds({ initialDelay, interval, count, consecutiveSuccessLimit }: Manifest): number {
  // Without a number it goes on for ever, unless so many successes in a row end it.
  const limits = [count, consecutiveSuccessLimit].map(Number).filter((limit) => limit > 0);
  const measurements = limits.length === 0 ? 1 : Math.min(...limits);
  return (durationSeconds(initialDelay) ?? 0) + (durationSeconds(interval) ?? 0) * (measurements - 1);
}

function analysisOf({ blueGreen, steps }: Release, { type, stepIndex }: AnalysisRun): unknown {
  switch (type) {
    case 'PrePromotion': return blueGreen?.prePromotionAnalysis;
    case 'PostPromotion': return blueGreen?.postPromotionAnalysis;
    case 'Step': return steps[stepIndex ?? 0]?.analysis;
    default: return undefined;
  }
}
