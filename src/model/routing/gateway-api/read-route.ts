import { gatewayApiMatches } from './read-match';
import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, items, list, namespaceOf, number, record, text } from '../../../core/read';
import { API_GATEWAY } from '../../manifests/kinds';
import { ManifestSet } from '../../manifests/manifest-set';
import { Attachment, Parent } from '../adapter';
import { Destination, Protocol, Route } from '../route';

const WHOLE = 100;

const PROTOCOLS: Record<string, Protocol> = { HTTPRoute: 'http', GRPCRoute: 'grpc', TLSRoute: 'tls', TCPRoute: 'tcp' };

/** The rules of a route of the Gateway API. */
export function gatewayApiRoutes(object: Manifest): Route[] {
  const hosts = list(at(object, 'spec', 'hostnames')).map(text).filter((host) => host !== '').map((host) => host.toLowerCase());
  return items(at(object, 'spec', 'rules'), 'spec.rules').map(({ value: rule, path }): Route => ({
    object,
    protocol: PROTOCOLS[text(object.kind)] ?? 'http',
    key: text(rule.name) || path.replace(/^spec\./, ''),
    ...text(rule.name) !== '' && { name: text(rule.name) },
    path,
    hosts,
    matches: gatewayApiMatches(rule, path),
    destinations: items(rule.backendRefs, `${path}.backendRefs`).map((entry) => destinationOf(object, entry.value, number(entry.value.weight, 1), entry.path)),
    mirrors: items(rule.filters, `${path}.filters`).filter(({ value }) => isRecord(value.requestMirror)).map(({ value: { requestMirror }, path: place }) => (
      destinationOf(object, record(requestMirror.backendRef), mirrored(requestMirror), `${place}.requestMirror.backendRef`)
    )),
    ...items(rule.filters, '').some(({ value }) => isRecord(value.requestRedirect)) && { answers: true as const },
  }));
}

/** A backend of another kind than Service is none of a release. */
function destinationOf(object: Manifest, { kind, group, name, namespace, port }: Manifest, weight: number, path: string): Destination {
  const near = text(namespace) || namespaceOf(object);
  const isService = (!given(kind) || kind === 'Service') && (!given(group) || group === '');
  return {
    host: text(name),
    ...isService && { service: { name: text(name), ...near !== undefined && { namespace: near } } },
    ...given(port) && { port },
    weight,
    path,
  };
}

function mirrored({ percent, fraction }: Manifest): number {
  return isRecord(fraction) ? number(fraction.numerator) * WHOLE / (number(fraction.denominator, WHOLE) || WHOLE) : number(percent, WHOLE);
}

/** How requests come to a route of the Gateway API: by its hosts, or those of the listeners, or all; in the mesh by the names of Services. */
export function gatewayApiAttachments(set: ManifestSet, object: Manifest): Attachment[] {
  const parents = parentRefs(object);
  const own = list(at(object, 'spec', 'hostnames')).map(text).filter((host) => host !== '');
  const found = own.length > 0 ? own : parents.flatMap((parent) => hostsOfParent(set, object, parent));
  return [{ hosts: found.length === 0 ? ['*'] : [...new Set(found)], parents: parentsOf(object) }];
}

/** The parents that a route names. */
export function parentsOf(object: Manifest): Parent[] {
  return parentRefs(object).map((parent) => parentOf(object, parent));
}

function parentRefs(object: Manifest): Manifest[] {
  return items(at(object, 'spec', 'parentRefs'), '').map(({ value }) => value);
}

function hostsOfParent(set: ManifestSet, object: Manifest, parent: Manifest): string[] {
  if (parent.kind === 'Service') {
    return [text(parent.name)];
  }
  const gateway = set.find(API_GATEWAY, text(parent.name), text(parent.namespace) || namespaceOf(object));
  return items(at(gateway, 'spec', 'listeners'), '').map(({ value }) => value)
    .filter((listener) => !text(parent.sectionName) || listener.name === parent.sectionName)
    .map(({ hostname }) => text(hostname) || '*');
}

function parentOf(object: Manifest, { kind, name, namespace, sectionName }: Manifest): Parent {
  const near = text(namespace) || namespaceOf(object);
  return kind === 'Service' ? { kind: 'mesh', name: 'mesh' } : {
    kind: 'gateway', group: API_GATEWAY.group, name: text(name), ...near !== undefined && { namespace: near }, ...text(sectionName) !== '' && { section: text(sectionName) },
  };
}

/** Kinds of routes may share their names. */
export function gatewayApiRouteId({ object, key }: Pick<Route, 'object' | 'key'>, name: string): string {
  return `${text(object.kind)}/${name}/${key}`;
}
