import { coversHost } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';
import { at, items, namespaceOf, text } from '../../../core/read';
import { gatewaysOf, hostsOf, serviceOfHost } from '../../../plan/istio-fields';
import { INGRESS, SERVICE, VIRTUAL_SERVICE } from '../../../plan/kinds';
import { Severity } from '../../../validation/severity';
import { USERS_OF_SERVICES } from '../../../validation/users-of-services';
import { Cluster } from '../../cluster';
import { isKind } from '../../objects/is-kind';
import { ledTo } from '../callers';
import { Hazard } from '../hazard';
import { isForUsers, rolesOf } from '../service/roles';

export const hostRemoved: Hazard = {
  id: 'host-removed',
  severity: Severity.ERROR,
  summary: 'no VirtualService or Ingress serves a host of a release any longer',
  why: 'whoever calls it gets no answer, at once',
  remedy: 'keep the host until nobody calls it, or add it to another VirtualService or Ingress',
  ofObject: ({ old, cluster }) => {
    if (!old || !(isKind(old.manifest, VIRTUAL_SERVICE) || isKind(old.manifest, INGRESS))) {
      return [];
    }
    const serving = hostsIn(cluster, isKind(old.manifest, VIRTUAL_SERVICE));
    const lost = served(old.manifest).filter(({ host }) => !isServed(serving, fullName(old.manifest, host)) && !answers(old.manifest, host, cluster));
    const severity = lost.length === 0 ? undefined : severityOf(old.manifest, cluster);
    return severity === undefined ? [] : lost.map(({ host, path }) => ({
      path,
      value: host,
      severity,
      message: `nothing serves ${host} any longer`,
    }));
  },
};

function served(object: Manifest): Array<{ readonly host: string; readonly path: string }> {
  return object.kind === 'Ingress'
    ? items(at(object, 'spec', 'rules'), '').map(({ value }) => ({ host: text(value.host), path: 'spec.rules' })).filter(({ host }) => host !== '')
    : hostsOf(object).map((host) => ({ host, path: 'spec.hosts' }));
}

/** Inside the mesh a Service answers under its own name. */
function answers(object: Manifest, host: string, { after }: Cluster): boolean {
  const service = isKind(object, VIRTUAL_SERVICE) && gatewaysOf(object).every((gateway) => gateway === 'mesh') && serviceOfHost(host, namespaceOf(object));
  return service ? after.find(SERVICE, service.name, service.namespace) !== undefined : false;
}

/** The host as Istio takes it: a Service may be called by a short name. */
function fullName(object: Manifest, host: string): string {
  const service = isKind(object, VIRTUAL_SERVICE) ? serviceOfHost(host, namespaceOf(object)) : undefined;
  return (service ? `${service.name}.${service.namespace ?? ''}.svc.cluster.local` : host).toLowerCase();
}

/** Hosts that something serves. */
interface Serving {
  readonly exact: ReadonlySet<string>;
  readonly wild: readonly string[];
}

const HOSTS = new WeakMap<Cluster, Map<boolean, Serving>>();

function isServed({ exact, wild }: Serving, host: string): boolean {
  return exact.has(host) || wild.some((wildcard) => coversHost(wildcard, host));
}

/** The hosts from now on. An Ingress before a gateway serves none whose VirtualService is gone: the gateway answers 404. */
function hostsIn(cluster: Cluster, behindGateway: boolean): Serving {
  const known = HOSTS.get(cluster) ?? new Map<boolean, Serving>();
  HOSTS.set(cluster, known);
  const serving = known.get(behindGateway) ?? allHosts(cluster, behindGateway);
  known.set(behindGateway, serving);
  return serving;
}

function allHosts(cluster: Cluster, behindGateway: boolean): Serving {
  const ingresses = cluster.after.ofKind(INGRESS).filter((ingress) => !behindGateway || ledTo(ingress).some((key) => selectsPods(key, cluster)));
  const objects = [...cluster.after.ofKind(VIRTUAL_SERVICE), ...ingresses];
  const all = objects.flatMap((object) => served(object).map(({ host }) => fullName(object, host)));
  return { exact: new Set(all), wild: [...new Set(all.filter((host) => host.startsWith('*')))] };
}

/** Grave where it led to users' pods; nothing where it led to no release. */
function severityOf(object: Manifest, cluster: Cluster): Severity | undefined {
  const roles = ledTo(object).flatMap((key) => {
    const named = USERS_OF_SERVICES.find(cluster.before, key).flatMap((rollout) => (
      [...rolesOf(rollout)].filter(([, { value }]) => key.endsWith(`/${value}`)).map(([role]) => isForUsers(role))
    ));
    return named.length > 0 ? named : selectsPods(key, cluster) ? [true] : [];
  });
  return roles.length === 0 ? undefined : roles.includes(true) ? Severity.ERROR : Severity.WARNING;
}

function selectsPods(key: string, cluster: Cluster): boolean {
  const [namespace, name] = key.split('/');
  const service = cluster.before.find(SERVICE, name, namespace || undefined);
  return cluster.runningBehind(namespace || undefined, at(service, 'spec', 'selector')).length > 0;
}
