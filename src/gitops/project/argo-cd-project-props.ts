import { ApiObjectMetadata } from 'cdk8s';
import { ArgoCdSyncWindow } from './argo-cd-sync-window';
import { ArgoCdCluster } from '../argo-cd-cluster';

/**
 * A cluster and namespace that a project may deploy to; `*` stands for any part of a name.
 *
 * @see spec.destinations[]
 */
export interface ArgoCdProjectDestination {
  /**
   * The cluster.
   *
   * @default - any cluster
   * @see spec.destinations[].server
   */
  readonly cluster?: ArgoCdCluster;

  /**
   * The namespace.
   *
   * @see spec.destinations[].namespace
   */
  readonly namespace: string;
}

/**
 * A kind of objects; `*` stands for all.
 */
export interface ArgoCdResourceKind {
  /** The API group; empty for the core group. */
  readonly group: string;

  /** The kind. */
  readonly kind: string;
}

/**
 * What a group of people may do with the Applications of a project.
 *
 * @see spec.roles[]
 */
export interface ArgoCdProjectRole {
  /**
   * The name of the role.
   *
   * @see spec.roles[].name
   */
  readonly name: string;

  /**
   * What it is for.
   *
   * @default - nothing is said
   * @see spec.roles[].description
   */
  readonly description?: string;

  /**
   * The groups of the single sign-on whose members have it.
   *
   * @default - nobody but holders of tokens
   * @see spec.roles[].groups
   */
  readonly groups?: string[];

  /**
   * What they may do with all Applications of the project, such as `get`, `sync` or `action/argoproj.io/Rollout/resume`.
   *
   * @default - what `policies` say
   * @see spec.roles[].policies
   */
  readonly allow?: string[];

  /**
   * Further policies, as Argo CD writes them: `p, proj:PROJECT:ROLE, RESOURCE, ACTION, OBJECT, allow`.
   *
   * @default - none
   * @see spec.roles[].policies
   */
  readonly policies?: string[];
}

/**
 * Properties of an `ArgoCdProject`.
 */
export interface ArgoCdProjectProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the name is the id of the construct, the namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the project is for, in up to 255 characters.
   *
   * @default - nothing is said
   * @see spec.description
   */
  readonly description?: string;

  /**
   * The repositories that its Applications may use; `*` stands for any part, and a leading `!` forbids.
   *
   * @see spec.sourceRepos
   */
  readonly sourceRepos: string[];

  /**
   * The clusters and namespaces that its Applications may deploy to.
   *
   * @see spec.destinations
   */
  readonly destinations: ArgoCdProjectDestination[];

  /**
   * The kinds without a namespace that its Applications may create.
   *
   * @default - none
   * @see spec.clusterResourceWhitelist
   */
  readonly clusterResources?: ArgoCdResourceKind[];

  /**
   * The kinds with a namespace that its Applications may create.
   *
   * @default - all
   * @see spec.namespaceResourceWhitelist
   */
  readonly namespaceResources?: ArgoCdResourceKind[];

  /**
   * The kinds with a namespace that its Applications may not create.
   *
   * @default - none
   * @see spec.namespaceResourceBlacklist
   */
  readonly forbiddenNamespaceResources?: ArgoCdResourceKind[];

  /**
   * The namespaces beside Argo CD's own in which its Applications may stand.
   *
   * @default - none
   * @see spec.sourceNamespaces
   */
  readonly sourceNamespaces?: string[];

  /**
   * Who may do what.
   *
   * @default - what Argo CD's own policy says
   * @see spec.roles
   */
  readonly roles?: ArgoCdProjectRole[];

  /**
   * When syncs may run.
   *
   * @default - at any time
   * @see spec.syncWindows
   */
  readonly syncWindows?: ArgoCdSyncWindow[];

  /**
   * Whether Argo CD warns about objects in the namespaces of the destinations that no Application has.
   *
   * @default - it does not look for them
   * @see spec.orphanedResources.warn
   */
  readonly warnAboutOrphanedResources?: boolean;
}
