import { Roles } from './read-strategy';
import { PlannedDestination, PlannedRoute } from './rollout-plan';
import { Manifest } from '../core/manifest';

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** The routes of all VirtualServices that lead to a Service of the release. */
export function readRoutes(virtualServices: Manifest[], roles: Roles, istio: Manifest | undefined): PlannedRoute[] {
  const routes: PlannedRoute[] = virtualServices.flatMap((virtualService) => PROTOCOLS.flatMap((protocol) => (
    (virtualService.spec?.[protocol] ?? []).map((route: Manifest) => readRoute(virtualService, protocol, route, roles, istio))
  )));
  return routes.filter(({ destinations }) => destinations.some(({ role }) => role !== ''));
}

function readRoute(virtualService: Manifest, protocol: string, route: Manifest, roles: Roles, istio: Manifest | undefined): PlannedRoute {
  const { hosts = [], gateways = ['mesh'] } = virtualService.spec;
  const entries: Manifest[] = route.route ?? [];
  return {
    virtualService: virtualService.metadata.name,
    protocol,
    ...route.name && { name: route.name },
    hosts,
    gateways,
    weighted: isWeighted(targetOf(virtualService, istio), protocol, route),
    destinations: entries.map((entry) => readDestination(entry, entries.length, roles)),
  };
}

function readDestination(entry: Manifest, count: number, roles: Roles): PlannedDestination {
  const { host = '', subset } = entry.destination ?? {};
  const service = String(host).split('.')[0];
  const named = roles.services.find(({ name }) => name === service)?.role ?? '';
  return {
    service,
    ...subset && { subset },
    weight: entry.weight ?? (count === 1 ? 100 : 0),
    role: subset ? roles.subsets[subset] ?? named : named,
  };
}

/** The entry by which the Rollout names this VirtualService. */
function targetOf(virtualService: Manifest, istio: Manifest | undefined): Manifest | undefined {
  const targets: Manifest[] = istio?.virtualServices ?? (istio?.virtualService ? [istio.virtualService] : []);
  const { name, namespace } = virtualService.metadata;
  return targets.find((target) => target.name === name || target.name === `${name}.${namespace}`);
}

function isWeighted(target: Manifest | undefined, protocol: string, route: Manifest): boolean {
  if (!target) {
    return false;
  }
  const match: Manifest = route.match?.[0] ?? {};
  switch (protocol) {
    case 'http': return (target.routes ?? []).includes(route.name);
    case 'tls': return (target.tlsRoutes ?? []).some((tls: Manifest) => (
      tls.port === match.port && sorted(tls.sniHosts) === sorted(match.sniHosts)
    ));
    default: return (target.tcpRoutes ?? []).some((tcp: Manifest) => tcp.port === match.port);
  }
}

function sorted(hosts: string[] | undefined): string {
  return [...hosts ?? []].sort().join(' ');
}
