/**
 * How severe a finding is.
 */
export enum Severity {
  /** The cluster refuses the manifest, the release fails, or users' requests are lost. */
  ERROR = 'error',
  /** It works, but not as one would expect, or not always. */
  WARNING = 'warning',
  /** It works; something else works better. */
  ADVICE = 'advice',
}
