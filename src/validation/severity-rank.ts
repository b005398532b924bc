import { Severity } from './severity';

/** All severities, the most severe first. */
export const MOST_SEVERE_FIRST: readonly Severity[] = [Severity.ERROR, Severity.WARNING, Severity.ADVICE];

/** The place of a severity among all; the most severe is 0. */
export function severityRank(severity: Severity): number {
  return MOST_SEVERE_FIRST.indexOf(severity);
}
