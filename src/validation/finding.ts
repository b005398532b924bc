import { Severity } from './severity';

/**
 * One thing that a rule found wrong with a manifest.
 */
export interface Finding {
  /** The id of the rule, as listed in `docs/rules.md`. */
  readonly rule: string;

  /** How severe it is. */
  readonly severity: Severity;

  /** The kind of the object. */
  readonly kind: string;

  /**
   * The namespace of the object.
   *
   * @default - none is written in the manifest
   */
  readonly namespace?: string;

  /** The name of the object. */
  readonly name: string;

  /** The field, for instance `spec.strategy.canary.steps[0].setWeight`; empty for the object as a whole. */
  readonly path: string;

  /**
   * The value of the field.
   *
   * @default - the field is missing
   */
  readonly value?: any;

  /** What is wrong. */
  readonly message: string;

  /** What to do about it. */
  readonly remedy: string;

  /**
   * Why it does not count: what the object says in its annotation `cdk8s-rollouts/ignore`.
   *
   * @default - it counts
   */
  readonly ignoredBecause?: string;

  /**
   * The file that holds the object.
   *
   * @default - it was not read from a file
   */
  readonly file?: string;

  /**
   * The line of the field in its file, from 1.
   *
   * @default - it was not read from a file
   */
  readonly line?: number;

  /**
   * The column of the field in its line, from 1.
   *
   * @default - it was not read from a file
   */
  readonly column?: number;
}
