import { ArgoCdProjectDestination, ArgoCdProjectProps, ArgoCdProjectRole } from './argo-cd-project-props';
import { ArgoCdSyncWindow } from './argo-cd-sync-window';
import { checkCron } from './cron';
import { checkDnsSubdomain } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { ArgoCdCluster } from '../argo-cd-cluster';
import { checkTime, isTemplated, repeated } from '../argo-cd-values';

const ROLE_NAME = /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/;

/** The cluster and namespace of an Application. */
export interface UsedDestination {
  readonly cluster: ArgoCdCluster;
  readonly namespace?: string;
  /** Whether the Application creates the namespace. */
  readonly created?: boolean;
}

/** What Argo CD would refuse, or leave aside without a word. */
export function checkProject(name: string, props: ArgoCdProjectProps): Problem[] {
  return [
    ...checkDnsSubdomain('metadata.name', name),
    ...props.description && props.description.length > 255 ? [{
      rule: 'description-length', prop: 'description', wrong: 'is longer than 255 characters', got: props.description.length, remedy: 'shorten it',
    }] : [],
    ...checkPresent('sourceRepos', props.sourceRepos),
    ...checkPresent('destinations', props.destinations),
    ...repeated(props.sourceRepos).map((url) => twice('sourceRepos', url)),
    ...repeated(props.destinations.map(keyOf)).map((key) => twice('destinations', key)),
    ...[...props.sourceRepos, ...props.destinations.flatMap(({ cluster, namespace }) => [cluster?._server, cluster?._clusterName, namespace])]
      .filter((text) => text === '!*').map((text) => ({
        rule: 'project-excludes-all', prop: 'sourceRepos, destinations', wrong: 'would forbid everything', got: text, remedy: 'name what is forbidden after the "!"',
      })),
    ...repeated((props.roles ?? []).map((role) => role.name)).map((role) => twice('roles', role)),
    ...(props.roles ?? []).flatMap((role, index) => checkRole(`roles[${index}]`, name, role)),
    ...(props.syncWindows ?? []).flatMap((window, index) => checkWindow(`syncWindows[${index}]`, window)),
  ];
}

/** What of its sources and its destination an Application of the project may not use. */
export function checkUse(name: string, props: ArgoCdProjectProps, repoUrls: string[], used: UsedDestination): Problem[] {
  const { _server: server, _clusterName: clusterName } = used.cluster;
  const known = [server, clusterName, used.namespace].every((text) => text === undefined || !isTemplated(text));
  const fits = ({ namespace, cluster }: ArgoCdProjectDestination) => (
    // Of a cluster that the project names otherwise than the Application nothing is known.
    (server === undefined || cluster?._server === undefined ? true : matches(cluster._server, server))
    && (clusterName === undefined || cluster?._clusterName === undefined ? true : matches(cluster._clusterName, clusterName))
    && (used.namespace === undefined || matches(namespace, used.namespace))
  );
  return [
    ...repoUrls.filter((url) => !isTemplated(url) && !allowed(props.sourceRepos, url)).map((url) => ({
      rule: 'project-allows-source', prop: 'source', wrong: `is no repository that project ${name} may use`, got: url, remedy: 'add it to sourceRepos of the project',
    })),
    ...!known || props.destinations.some(fits) ? [] : [{
      rule: 'project-allows-destination',
      prop: 'destination',
      wrong: `is nowhere that project ${name} may deploy to`,
      got: [server ?? clusterName, used.namespace].filter(Boolean).join('/'),
      remedy: 'add it to destinations of the project',
    }],
    ...!used.created || isNamespaceAllowed(props) ? [] : [{
      rule: 'project-allows-namespaces',
      prop: 'syncOptions.createNamespace',
      wrong: `creates a Namespace, which project ${name} does not allow`,
      remedy: "add { group: '', kind: 'Namespace' } to clusterResources of the project",
    }],
  ];
}

function isNamespaceAllowed({ clusterResources = [] }: ArgoCdProjectProps): boolean {
  return clusterResources.some(({ group, kind }) => matches(group, '') && matches(kind, 'Namespace'));
}

function allowed(patterns: string[], url: string): boolean {
  const forbidden = patterns.filter((pattern) => pattern.startsWith('!')).some((pattern) => matches(pattern.slice(1), url));
  return !forbidden && patterns.some((pattern) => !pattern.startsWith('!') && matches(pattern, url));
}

/** Repositories are compared as Git does, with or without `.git`. */
function matches(pattern: string, text: string): boolean {
  const plain = (address: string) => address.replace(/\.git$/, '').toLowerCase();
  const expression = plain(pattern).split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${expression}$`).test(plain(text));
}

function checkRole(prop: string, project: string, role: ArgoCdProjectRole): Problem[] {
  const subject = `p, proj:${project}:${role.name}, `;
  return [
    ...ROLE_NAME.test(role.name) ? [] : [{
      rule: 'role-name', prop: `${prop}.name`, wrong: 'is no name of a role', got: role.name, remedy: 'use letters, digits, "-" and "_", with a letter or digit first and last',
    }],
    ...(role.policies ?? []).filter((policy) => !policy.startsWith(subject) || policy.split(',').length !== 6).map((policy) => ({
      rule: 'role-policy', prop: `${prop}.policies`, wrong: 'is no policy of this role', got: policy, remedy: `write it as ${subject}applications, get, ${project}/*, allow`,
    })),
    ...(role.allow ?? []).filter((action) => !/^[a-z*][^\s,]*$/.test(action)).map((action) => ({
      rule: 'role-action', prop: `${prop}.allow`, wrong: 'is no action', got: action, remedy: 'name it as in get, sync or action/argoproj.io/Rollout/resume',
    })),
  ];
}

function checkWindow(prop: string, { schedule, duration, timeZone }: ArgoCdSyncWindow): Problem[] {
  return [
    ...checkCron(`${prop}.schedule`, schedule),
    ...checkTime(`${prop}.duration`, duration),
    ...timeZone === undefined || /^[A-Za-z][-+A-Za-z0-9_]*(\/[-+A-Za-z0-9_]+)*$/.test(timeZone) ? [] : [{
      rule: 'time-zone', prop: `${prop}.timeZone`, wrong: 'is no name of a time zone, and Argo CD would take UTC', got: timeZone, remedy: 'write it as Europe/Berlin',
    }],
  ];
}

function checkPresent(prop: string, values: unknown[]): Problem[] {
  return values.length > 0 ? [] : [{ rule: 'list-present', prop, wrong: 'is empty, and no Application could use the project', remedy: 'name at least one' }];
}

function keyOf({ cluster, namespace }: ArgoCdProjectDestination): string {
  return [cluster?._server, cluster?._clusterName, namespace].filter(Boolean).join('/');
}

function twice(prop: string, got: string): Problem {
  return { rule: 'list-distinct', prop, wrong: 'names one twice', got, remedy: 'name each once' };
}
