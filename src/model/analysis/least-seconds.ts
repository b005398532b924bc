import { Manifest } from '../../core/manifest';
import { durationSeconds } from '../../core/parse-duration';
import { at, items } from '../../core/read';

/** The least that the metrics of a template take: a delay, and the time between their measurements. */
export function leastSeconds(template: Manifest | undefined): number {
  return Math.max(0, ...items(at(template, 'spec', 'metrics'), '').map(({ value }) => metricSeconds(value)));
}

function metricSeconds({ initialDelay, interval, count, consecutiveSuccessLimit }: Manifest): number {
  // Without a number it goes on for ever, unless so many successes in a row end it.
  const limits = [count, consecutiveSuccessLimit].map(Number).filter((limit) => limit > 0);
  const measurements = limits.length === 0 ? 1 : Math.min(...limits);
  return (durationSeconds(initialDelay) ?? 0) + (durationSeconds(interval) ?? 0) * (measurements - 1);
}
