import { ApiObjectMetadata } from 'cdk8s';
import { ArgoCdRetry } from './argo-cd-retry';
import { ArgoCdSource } from './argo-cd-source';
import { ArgoCdSyncOptions } from './argo-cd-sync-options';
import { ArgoCdSyncPolicy } from './argo-cd-sync-policy';
import { IgnoreDifference } from '../../model/managed-fields/ignore-difference';
import { Rollout } from '../../rollout/rollout';
import { ArgoCdCluster } from '../argo-cd-cluster';
import { IArgoCdProject } from '../project/argo-cd-project';

/**
 * What becomes of the objects in the cluster when their Application is deleted.
 */
export enum ArgoCdDeletionPolicy {
  /** They stay. */
  KEEP = 'keep',
  /** They are deleted, each after the objects that it owns. */
  FOREGROUND = 'foreground',
  /** They are deleted, each before the objects that it owns. */
  BACKGROUND = 'background',
}

/**
 * The cluster and namespace of an Application.
 *
 * @see spec.destination
 */
export interface ArgoCdDestination {
  /**
   * The cluster.
   *
   * @default ArgoCdCluster.local()
   * @see spec.destination.server
   */
  readonly cluster?: ArgoCdCluster;

  /**
   * The namespace of objects that name none. Rollouts that name one must name this.
   *
   * @default - the namespace of the rollouts, where it is the same for all of them
   * @see spec.destination.namespace
   */
  readonly namespace?: string;
}

/**
 * What any Application is told, whether it is made by `ArgoCdApplication` or by an `ArgoCdApplicationSet`.
 */
export interface ArgoCdApplicationOptions {
  /**
   * The rollouts whose manifests the Application applies. Their `ignoreDifferences` become rules of the Application, and the
   * Rollouts come in the last sync wave.
   *
   * @default - none
   */
  readonly rollouts?: Rollout[];

  /**
   * Where the manifests come from; excludes `sources`.
   *
   * @default - `sources` are given
   * @see spec.source
   */
  readonly source?: ArgoCdSource;

  /**
   * Where the manifests come from, if from several places; excludes `source`.
   *
   * @default - `source` is given
   * @see spec.sources
   */
  readonly sources?: ArgoCdSource[];

  /**
   * The cluster and namespace.
   *
   * @default - the cluster of Argo CD, and the namespace of the rollouts
   * @see spec.destination
   */
  readonly destination?: ArgoCdDestination;

  /**
   * The project, which limits sources and destinations.
   *
   * @default - `default`, which limits nothing unless somebody has changed it
   * @see spec.project
   */
  readonly project?: IArgoCdProject;

  /**
   * Who starts a sync.
   *
   * @default ArgoCdSyncPolicy.manual()
   * @see spec.syncPolicy.automated
   */
  readonly syncPolicy?: ArgoCdSyncPolicy;

  /**
   * How a sync applies objects.
   *
   * @default - objects that differ from Git are applied client-side
   * @see spec.syncPolicy.syncOptions
   */
  readonly syncOptions?: ArgoCdSyncOptions;

  /**
   * How often a failed sync is tried again.
   *
   * @default - 5 times with automatic sync, not at all otherwise; decided by Argo CD
   * @see spec.syncPolicy.retry
   */
  readonly retry?: ArgoCdRetry;

  /**
   * Further fields to leave alone, of objects that no rollout here has.
   *
   * @default - those of the rollouts alone
   * @see spec.ignoreDifferences
   */
  readonly ignoreDifferences?: IgnoreDifference[];

  /**
   * The sync wave of the Rollouts, from 1. What they need, Services and routes among it, comes in an earlier one, and nothing
   * may come in a later one: it would wait for as long as a release is paused. A Rollout with an annotation
   * `argocd.argoproj.io/sync-wave` of its own keeps it.
   *
   * @default 1
   */
  readonly rolloutWave?: number;

  /**
   * What becomes of the objects when the Application is deleted.
   *
   * @default ArgoCdDeletionPolicy.KEEP
   * @see metadata.finalizers
   */
  readonly deletionPolicy?: ArgoCdDeletionPolicy;

  /**
   * How many syncs are remembered, to go back to.
   *
   * @default - 10, decided by Argo CD
   * @see spec.revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Texts for readers, by their titles, such as a link to a runbook.
   *
   * @default - none
   * @see spec.info
   */
  readonly info?: { [title: string]: string };
}

/**
 * Properties of an `ArgoCdApplication`.
 */
export interface ArgoCdApplicationProps extends ArgoCdApplicationOptions {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the name is the id of the construct, the namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;
}
