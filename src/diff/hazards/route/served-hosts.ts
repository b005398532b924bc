import { selectsPods } from './audience';
import { coversHost } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';
import { at, items, namespaceOf, text } from '../../../core/read';
import { hostsOf, serviceOfHost } from '../../../plan/istio-fields';
import { INGRESS, VIRTUAL_SERVICE } from '../../../plan/kinds';
import { Cluster } from '../../cluster';
import { isKind } from '../../objects/is-kind';
import { ledTo } from '../callers';

/** The hosts of a VirtualService or an Ingress, and where they stand. */
export function served(object: Manifest): Array<{ readonly host: string; readonly path: string }> {
  return object.kind === 'Ingress'
    ? items(at(object, 'spec', 'rules'), '').map(({ value }) => ({ host: text(value.host), path: 'spec.rules' })).filter(({ host }) => host !== '')
    : hostsOf(object).map((host) => ({ host, path: 'spec.hosts' }));
}

/** The host as Istio takes it: a Service may be called by a short name. */
export function fullName(object: Manifest, host: string): string {
  const service = isKind(object, VIRTUAL_SERVICE) ? serviceOfHost(host, namespaceOf(object)) : undefined;
  return (service ? `${service.name}.${service.namespace ?? ''}.svc.cluster.local` : host).toLowerCase();
}

/** Hosts that something serves. */
export interface Serving {
  readonly exact: ReadonlySet<string>;
  readonly wild: readonly string[];
}

const HOSTS = new WeakMap<Cluster, Map<boolean, Serving>>();

export function isServed({ exact, wild }: Serving, host: string): boolean {
  return exact.has(host) || wild.some((wildcard) => coversHost(wildcard, host));
}

/** The hosts from now on. An Ingress before a gateway serves none whose VirtualService is gone: the gateway answers 404. */
export function hostsIn(cluster: Cluster, behindGateway: boolean): Serving {
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
  return servingOf(all);
}

export function servingOf(hosts: readonly string[]): Serving {
  return { exact: new Set(hosts), wild: [...new Set(hosts.filter((host) => host.startsWith('*')))] };
}
