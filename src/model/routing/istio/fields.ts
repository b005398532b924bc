import { checkHost } from '../../../core/checks/checks';
import { Manifest } from '../../../core/manifest';
import { at, isRecord, items, list, Located, namespaceOf, text } from '../../../core/read';
import { serviceOfHost } from '../../manifests/services';


export const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** The routes of a VirtualService, of one protocol or of all. */
export function routesOf(virtualService: Manifest, ...protocols: string[]): Located[] {
  const chosen = protocols.length > 0 ? protocols : PROTOCOLS;
  return chosen.flatMap((protocol) => items(at(virtualService, 'spec', protocol), `spec.${protocol}`));
}

/** Where routes lead: their weighted destinations, and those of mirrors. */
export function destinationsOf(virtualService: Manifest): Located[] {
  return routesOf(virtualService).flatMap(({ value, path }) => [
    ...items(value.route, `${path}.route`).map((entry) => ({ value: entry.value.destination, path: `${entry.path}.destination` })),
    ...items(value.mirrors, `${path}.mirrors`).map((entry) => ({ value: entry.value.destination, path: `${entry.path}.destination` })),
    { value: value.mirror, path: `${path}.mirror` },
  ]).filter(({ value }) => isRecord(value));
}

/** The matches of the routes. */
export function matchesOf(virtualService: Manifest): Located[] {
  return routesOf(virtualService, 'http').flatMap(({ value, path }) => items(value.match, `${path}.match`));
}

/** The Gateways that a VirtualService names, as `namespace/name`; without any it serves the mesh. */
export function gatewaysOf(virtualService: Manifest): string[] {
  const named = list(at(virtualService, 'spec', 'gateways')).map(text).filter((gateway) => gateway !== '');
  const own = namespaceOf(virtualService) ?? '';
  return named.length === 0 ? ['mesh'] : named.map((gateway) => gateway === 'mesh' || gateway.includes('/') ? gateway : `${own}/${gateway}`);
}

export function hostsOf(object: Manifest): string[] {
  return list(at(object, 'spec', 'hosts')).map(text).filter((host) => host !== '');
}

/** Whether Istio takes it for the name of a host: a DNS name, with a wildcard in front or not, or an IP address. */
export function isHostName(host: string): boolean {
  return host !== '' && (checkHost('', host).length === 0 || /^[0-9a-fA-F]*:[0-9a-fA-F:]+$/.test(host));
}

/** The same as `namespace/name`, as indexes have it. */
export function serviceKeyOfHost(host: string, namespace: string | undefined): string | undefined {
  const service = serviceOfHost(host, namespace);
  return service && `${service.namespace ?? ''}/${service.name}`;
}
