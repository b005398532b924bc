import { gatewaysOf, hostsOf, PROTOCOLS } from './fields';
import { matchesOfRoute } from './read-match';
import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, items, list, namespaceOf, number, record, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../manifests/kinds';
import { ManifestSet } from '../../manifests/manifest-set';
import { serviceOfHost } from '../../manifests/services';
import { SetIndex } from '../../manifests/set-index';
import { Attachment, Parent } from '../adapter';
import { Destination, Route, serviceKey, ServiceName } from '../route';

const WHOLE = 100;

/** The routes of a VirtualService, in its order: the first that matches takes a request. */
export function virtualServiceRoutes(virtualService: Manifest): Route[] {
  const hosts = hostsOf(virtualService).map((host) => host.toLowerCase());
  return PROTOCOLS.flatMap((protocol) => list(at(virtualService, 'spec', protocol)).map((value, index): Route => {
    const [route, path] = [record(value), `spec.${protocol}[${index}]`];
    const delegate = delegateOf(virtualService, route);
    return {
      object: virtualService,
      protocol,
      key: text(route.name) || `${protocol}[${index}]`,
      ...text(route.name) !== '' && { name: text(route.name) },
      path,
      hosts,
      matches: matchesOfRoute(protocol, route, path),
      destinations: destinationsOf(virtualService, route, path),
      mirrors: mirrorsOf(virtualService, route, path),
      ...delegate && { delegate },
      ...(isRecord(route.redirect) || isRecord(route.directResponse)) && { answers: true as const },
    };
  }));
}

function destinationsOf(virtualService: Manifest, route: Manifest, path: string): Destination[] {
  const entries = items(route.route, `${path}.route`);
  // A sole destination without a weight has all.
  const otherwise = entries.length === 1 ? WHOLE : 0;
  return entries.map((entry) => destinationOf(virtualService, record(entry.value.destination), number(entry.value.weight, otherwise), `${entry.path}.destination`));
}

function mirrorsOf(virtualService: Manifest, route: Manifest, path: string): Destination[] {
  const percent = (value: unknown) => number(at(value, 'value'), WHOLE);
  return [
    ...isRecord(route.mirror) ? [destinationOf(virtualService, route.mirror, percent(route.mirrorPercentage), `${path}.mirror`)] : [],
    ...items(route.mirrors, `${path}.mirrors`).map((entry) => (
      destinationOf(virtualService, record(entry.value.destination), percent(entry.value.percentage), `${entry.path}.destination`)
    )),
  ];
}

function destinationOf(virtualService: Manifest, { host, subset, port }: Manifest, weight: number, path: string): Destination {
  const service = serviceOfHost(text(host), namespaceOf(virtualService));
  const portNumber = at(port, 'number');
  return {
    host: text(host),
    ...service && { service },
    ...text(subset) !== '' && { subset: text(subset) },
    ...given(portNumber) && { port: portNumber },
    weight,
    path,
  };
}

function delegateOf(virtualService: Manifest, route: Manifest): ServiceName | undefined {
  const { name, namespace } = record(route.delegate);
  const found = text(namespace) || namespaceOf(virtualService);
  return text(name) === '' ? undefined : { name: text(name), ...found !== undefined && { namespace: found } };
}

const DELEGATING = new SetIndex(VIRTUAL_SERVICE, (root) => (
  virtualServiceRoutes(root).flatMap(({ delegate }) => delegate ? [serviceKey(delegate)] : [])
));

/** How requests come to a VirtualService: by its own hosts and gateways; without hosts, by those that delegate to it. */
export function virtualServiceAttachments(set: ManifestSet, virtualService: Manifest): Attachment[] {
  const hosts = hostsOf(virtualService);
  if (hosts.length > 0) {
    return [{ hosts, parents: parentsOf(virtualService) }];
  }
  const key = serviceKey({ name: text(at(virtualService, 'metadata', 'name')), namespace: namespaceOf(virtualService) });
  return DELEGATING.find(set, key).flatMap((root) => virtualServiceRoutes(root)
    .filter(({ delegate }) => delegate && serviceKey(delegate) === key)
    .map(({ matches }): Attachment => ({ hosts: hostsOf(root), parents: parentsOf(root), root, matches })));
}

/** The gateways of a VirtualService; the mesh where it names none. */
export function parentsOf(virtualService: Manifest): Parent[] {
  return gatewaysOf(virtualService).map((gateway): Parent => {
    const [namespace, name] = gateway.split('/');
    return gateway === 'mesh'
      ? { kind: 'mesh', name: 'mesh' }
      : { kind: 'gateway', group: VIRTUAL_SERVICE.group, name, ...namespace !== '' && { namespace } };
  });
}
