import { Duration } from 'cdk8s';

export function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds();
}

/** Istio and Argo Rollouts take Go duration strings; the largest unit that stays whole reads best (`90s`, `2m`, `250ms`). */
export function goDuration(duration: Duration): string {
  const ms = duration.toMilliseconds();
  const units: Array<[string, number]> = [['h', 3_600_000], ['m', 60_000], ['s', 1_000]];
  for (const [unit, size] of units) {
    if (ms >= size && ms % size === 0) {
      return `${ms / size}${unit}`;
    }
  }
  return ms === 0 ? '0s' : `${ms}ms`;
}
