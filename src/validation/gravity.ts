import { Severity } from './severity';

export const GRAVEST_FIRST: readonly Severity[] = [Severity.ERROR, Severity.WARNING, Severity.ADVICE];

/** The place of a severity among all; the gravest is 0. */
export function gravity(severity: Severity): number {
  return GRAVEST_FIRST.indexOf(severity);
}
