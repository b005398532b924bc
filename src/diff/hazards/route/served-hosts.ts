import { selectsPods } from './audience';
import { coversHost } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';
import { at, items, namespaceOf, text } from '../../../core/read';
import { HTTP_ROUTE, INGRESS, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { hostsOf, serviceOfHost } from '../../../model/routing/istio/fields';
import { Environment } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { perEnvironment } from '../../per-environment';
import { ledTo } from '../callers';
import { hostNamesOf, pathsOf } from '../paths/paths-of';

/** The hosts of a VirtualService, an Ingress or an HTTPRoute, and where they stand. */
export function served(object: Manifest): Array<{ readonly host: string; readonly path: string }> {
  if (object.kind === 'HTTPRoute') {
    return hostNamesOf(object).map((host) => ({ host, path: 'spec.hostnames' }));
  }
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

export function isServed({ exact, wild }: Serving, host: string): boolean {
  return exact.has(host) || wild.some((wildcard) => coversHost(wildcard, host));
}

/** The hosts from now on. An Ingress before a gateway serves none whose VirtualService is gone: the gateway answers 404. */
export function hostsIn(environment: Environment, behindGateway: boolean): Serving {
  return behindGateway ? hostsBehindGateway(environment) : hostsAnywhere(environment);
}

const hostsBehindGateway = perEnvironment((environment) => servingOf([...environment.after.ofKind(VIRTUAL_SERVICE), ...leadingToPods(environment)]));
const hostsAnywhere = perEnvironment((environment) => servingOf([...environment.after.ofKind(VIRTUAL_SERVICE), ...ingresses(environment)]));

/** All that takes requests by their hosts besides VirtualServices. */
export function ingresses({ after }: Environment): Manifest[] {
  return [INGRESS, HTTP_ROUTE].flatMap((kind) => after.ofKind(kind));
}

/** The Ingresses and HTTPRoutes that lead to pods of a release without a VirtualService between. */
export function leadingToPods(environment: Environment): Manifest[] {
  return ingresses(environment).filter((object) => ledTo(object).some((key) => selectsPods(key, environment)));
}

/** The hosts that objects serve; without a host an Ingress or an HTTPRoute serves all. */
export function servingOf(objects: readonly Manifest[]): Serving {
  const hosts = objects.flatMap((object) => [
    ...served(object).map(({ host }) => fullName(object, host)),
    ...pathsOf(object).some(({ host }) => host === '') ? ['*'] : [],
  ]);
  return { exact: new Set(hosts), wild: [...new Set(hosts.filter((host) => host.startsWith('*')))] };
}
