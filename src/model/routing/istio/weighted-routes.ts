import { routesOf } from './fields';
import { Manifest } from '../../../core/manifest';
import { items, list, Located, namespaceOf, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../manifests/kinds';
import { ManifestSet } from '../../manifests/manifest-set';
import { Versions } from '../../release/fields';

/** The VirtualService that a Rollout names, as `name` or `name.namespace`. */
export function findVirtualService({ set }: { readonly set: ManifestSet }, rollout: Manifest, name: unknown): Manifest | undefined {
  const [own, namespace = namespaceOf(rollout)] = text(name).split('.');
  return set.find(VIRTUAL_SERVICE, own, namespace);
}

/** The routes of a VirtualService whose weights the controller will shift; its managed routes are its own. */
export function weightedRoutes(virtualService: Manifest, target: Manifest, managed: string[]): Located[] {
  const http = routesOf(virtualService, 'http').filter(({ value }) => !managed.includes(value.name));
  const names = list(target.routes);
  return [
    ...names.length > 0 ? http.filter(({ value }) => names.includes(value.name)) : http.length === 1 ? http : [],
    ...l4Routes(virtualService, 'tls', target.tlsRoutes),
    ...l4Routes(virtualService, 'tcp', target.tcpRoutes),
  ];
}

function l4Routes(virtualService: Manifest, protocol: string, targets: unknown): Located[] {
  const routes = routesOf(virtualService, protocol);
  const wanted = items(targets, '');
  return wanted.length === 0 && routes.length === 1 ? routes : routes.filter(({ value }) => items(value.match, '').some((match) => (
    wanted.some((target) => (target.value.port ?? match.value.port) === match.value.port
      && (protocol === 'tcp' || list(target.value.sniHosts).every((host) => list(match.value.sniHosts).includes(host))))
  )));
}

/** The entries of a route that lead to the two versions. */
export function versionEntries(route: Manifest, versions: Versions): { stable: Located[]; canary: Located[] } {
  const entries = items(route.route, 'route');
  const leadsTo = (version: string) => entries.filter(({ value }) => version !== '' && (
    versions.bySubset ? value.destination?.subset === version : text(value.destination?.host).split('.')[0] === version
  ));
  return { stable: leadsTo(versions.stable), canary: leadsTo(versions.canary) };
}
