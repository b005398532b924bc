import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgoCdProjectProps, ArgoCdProjectRole, ArgoCdResourceKind } from './argo-cd-project-props';
import { ArgoCdSyncWindow } from './argo-cd-sync-window';
import { checkProject, checkUse, UsedDestination } from './check-project';
import type { AppProjectSpec, AppProjectSpecNamespaceResourceWhitelist, AppProjectSpecRoles, AppProjectSpecSyncWindows } from '../../../imports/argoproj.io';
import { Problem, Problems } from '../../core/checks/problems';
import { CustomResource } from '../../core/constructs/custom-resource';
import { APP_PROJECT } from '../../core/constructs/kinds';
import { patchable } from '../../core/constructs/patches';
import { goDuration } from '../../core/duration';
import { compact, unlessEmpty } from '../../core/manifest';
import { ArgoCdCluster } from '../argo-cd-cluster';
import { ARGO_CD_NAMESPACE } from '../argo-cd-values';

const ANY_CLUSTER = ArgoCdCluster.fromServer('*');

/**
 * A project of Argo CD, created here or known by name.
 */
export interface IArgoCdProject {
  /** The name of the project. */
  readonly projectName: string;
}

/**
 * A project of Argo CD: which repositories its Applications may use, where they may deploy to, and who may do what.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
 *
 * @example
 *
 * const project = new ArgoCdProject(chart, 'shop', {
 *   sourceRepos: ['https://git.example.com/shop/*'],
 *   destinations: [{ cluster: ArgoCdCluster.local(), namespace: 'app-service' }],
 *   roles: [{ name: 'release', groups: ['shop-leads'], allow: ['get', 'sync', 'action/argoproj.io/Rollout/*'] }],
 * });
 *
 * new ArgoCdApplication(chart, 'app', {
 *   project,
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist'),
 *   destination: { namespace: 'app-service' },
 * });
 */
export class ArgoCdProject extends CustomResource implements IArgoCdProject {
  /**
   * A project that somebody else applies; nothing is known of its limits.
   *
   * @param projectName The name of the project.
   */
  public static fromProjectName(projectName: string): IArgoCdProject {
    return { projectName };
  }

  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly projectProps: ArgoCdProjectProps;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the project, unless `metadata.name` is set.
   * @param props Repositories, destinations and roles.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: ArgoCdProjectProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.projectProps = props;
    const problems = new Problems();
    problems.add(...checkProject(name, props));
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...APP_PROJECT,
      metadata: { namespace: ARGO_CD_NAMESPACE, ...props.metadata, name } as ApiObjectMetadata,
      spec: render(name, props),
    }));
  }

  /** The name of the project. */
  public get projectName(): string {
    return this.name;
  }

  /**
   * What of these an Application of the project may not use.
   *
   * @internal
   */
  public _problems(repoUrls: string[], destination: UsedDestination): Problem[] {
    return checkUse(this.projectName, this.projectProps, repoUrls, destination);
  }
}

function render(name: string, props: ArgoCdProjectProps): AppProjectSpec {
  return compact<AppProjectSpec>({
    description: props.description,
    sourceRepos: props.sourceRepos,
    destinations: props.destinations.map(({ cluster = ANY_CLUSTER, namespace }) => ({ ...cluster._toJson(), namespace })),
    clusterResourceWhitelist: renderKinds(props.clusterResources),
    namespaceResourceWhitelist: renderKinds(props.namespaceResources),
    namespaceResourceBlacklist: renderKinds(props.forbiddenNamespaceResources),
    sourceNamespaces: unlessEmpty(props.sourceNamespaces),
    roles: unlessEmpty(props.roles?.map((role) => renderRole(name, role))),
    syncWindows: unlessEmpty(props.syncWindows?.map(renderWindow)),
    orphanedResources: props.warnAboutOrphanedResources === undefined ? undefined : { warn: props.warnAboutOrphanedResources },
  });
}

function renderKinds(kinds: ArgoCdResourceKind[] | undefined): AppProjectSpecNamespaceResourceWhitelist[] | undefined {
  return unlessEmpty(kinds?.map(({ group, kind }) => ({ group, kind })));
}

function renderRole(project: string, { name, description, groups, allow = [], policies = [] }: ArgoCdProjectRole): AppProjectSpecRoles {
  const allowed = allow.map((action) => `p, proj:${project}:${name}, applications, ${action}, ${project}/*, allow`);
  return compact<AppProjectSpecRoles>({ name, description, groups: unlessEmpty(groups), policies: unlessEmpty([...allowed, ...policies]) });
}

function renderWindow(window: ArgoCdSyncWindow): AppProjectSpecSyncWindows {
  const { kind, schedule, duration, timeZone, namespaces, clusters, manualSync } = window;
  // Argo CD lets a window that names nothing act on nothing.
  const everything = !window.applications?.length && !namespaces?.length && !clusters?.length;
  return compact<AppProjectSpecSyncWindows>({
    kind,
    schedule,
    duration: goDuration(duration),
    timeZone,
    applications: everything ? ['*'] : unlessEmpty(window.applications),
    namespaces: unlessEmpty(namespaces),
    clusters: unlessEmpty(clusters),
    manualSync: manualSync || undefined,
  });
}
