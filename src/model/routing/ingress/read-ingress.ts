import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, items, namespaceOf, record, text } from '../../../core/read';
import { ManifestSet } from '../../manifests/manifest-set';
import { Attachment, Parent } from '../adapter';
import { Condition, Destination, Route } from '../route';

const WHOLE = 100;

/** The paths of an Ingress, and its default backend last: it takes what no path takes. */
export function ingressRoutes(ingress: Manifest): Route[] {
  const paths = items(at(ingress, 'spec', 'rules'), 'spec.rules').flatMap(({ value: rule, path }) => (
    items(at(rule, 'http', 'paths'), `${path}.http.paths`).map((entry): Route => {
      const conditions = pathConditions(entry.value);
      return { ...routeOf(ingress, entry.value.backend, entry.path), hosts: text(rule.host) === '' ? [] : [text(rule.host).toLowerCase()], matches: [{ conditions, path: entry.path }] };
    })
  ));
  const fallback = at(ingress, 'spec', 'defaultBackend');
  return [...paths, ...isRecord(fallback) ? [{ ...routeOf(ingress, fallback, 'spec.defaultBackend'), hosts: [], matches: [] }] : []];
}

function routeOf(ingress: Manifest, backend: unknown, path: string): Omit<Route, 'hosts' | 'matches'> {
  return {
    object: ingress, protocol: 'http', key: path.replace(/^spec\./, ''), path, destinations: destinationsOf(ingress, record(backend), path), mirrors: [],
  };
}

function destinationsOf(ingress: Manifest, backend: Manifest, path: string): Destination[] {
  const service = record(backend.service);
  // The older form is that of networking.k8s.io/v1beta1.
  const [name, namespace] = [text(service.name) || text(backend.serviceName), namespaceOf(ingress)];
  const port = at(service.port, 'number') ?? at(service.port, 'name');
  return name === '' ? [] : [{
    host: name, service: { name, ...namespace !== undefined && { namespace } }, ...given(port) && { port }, weight: WHOLE, path: `${path}${path === 'spec.defaultBackend' ? '' : '.backend'}.service`,
  }];
}

/** Of other types than these two the controller of the Ingress decides what a path means. */
function pathConditions({ path, pathType }: Manifest): Condition[] {
  const operator = pathType === 'Exact' ? 'exact' : pathType === 'Prefix' ? 'prefix' : 'pattern';
  const value = text(path) || '/';
  return value === '/' && operator !== 'exact' ? [] : [{ subject: 'path', operator, values: [value] }];
}

/** Requests come to an Ingress through the load balancer that its controller makes. */
export function ingressAttachments(_: ManifestSet, ingress: Manifest): Attachment[] {
  const hosts = items(at(ingress, 'spec', 'rules'), '').map(({ value }) => text(value.host)).filter((host) => host !== '');
  return [{ hosts: hosts.length === 0 ? ['*'] : [...new Set(hosts)], parents: parentsOf(ingress) }];
}

/** The load balancer of an Ingress. */
export function parentsOf(ingress: Manifest): Parent[] {
  const namespace = namespaceOf(ingress);
  return [{ kind: 'loadBalancer', name: text(at(ingress, 'metadata', 'name')), ...namespace !== undefined && { namespace } }];
}

/** The class that decides which controller serves an Ingress; empty where none is written. */
export function ingressClass(ingress: Manifest): string {
  return text(at(ingress, 'spec', 'ingressClassName')) || text(at(ingress, 'metadata', 'annotations', 'kubernetes.io/ingress.class'));
}
