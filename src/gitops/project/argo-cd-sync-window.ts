import { Duration } from 'cdk8s';

/**
 * Whether syncs may or may not run within a window.
 */
export enum ArgoCdSyncWindowKind {
  /** Syncs run within such windows only. */
  ALLOW = 'allow',
  /** Syncs do not run within it; this stands above windows that allow. */
  DENY = 'deny',
}

/**
 * A time in which syncs may or may not run.
 *
 * @see spec.syncWindows[]
 */
export interface ArgoCdSyncWindow {
  /**
   * Whether they may.
   *
   * @see spec.syncWindows[].kind
   */
  readonly kind: ArgoCdSyncWindowKind;

  /**
   * When it begins, as minute, hour, day of the month, month and day of the week: `0 22 * * 1-5`.
   *
   * @see spec.syncWindows[].schedule
   */
  readonly schedule: string;

  /**
   * How long it lasts, in whole seconds.
   *
   * @see spec.syncWindows[].duration
   */
  readonly duration: Duration;

  /**
   * The time zone of the schedule, as in `Europe/Berlin`.
   *
   * @default UTC
   * @see spec.syncWindows[].timeZone
   */
  readonly timeZone?: string;

  /**
   * The Applications, by name.
   *
   * @default - all of the project, unless namespaces or clusters are named
   * @see spec.syncWindows[].applications
   */
  readonly applications?: string[];

  /**
   * The Applications, by the namespace of their destination.
   *
   * @default - all of the project, unless Applications or clusters are named
   * @see spec.syncWindows[].namespaces
   */
  readonly namespaces?: string[];

  /**
   * The Applications, by the cluster of their destination.
   *
   * @default - all of the project, unless Applications or namespaces are named
   * @see spec.syncWindows[].clusters
   */
  readonly clusters?: string[];

  /**
   * Whether people may sync by hand while syncs may not run.
   *
   * @default false
   * @see spec.syncWindows[].manualSync
   */
  readonly manualSync?: boolean;
}
