import { Roles } from './read-strategy';
import { PlannedDestination, PlannedRoute } from './rollout-plan';
import { Manifest } from '../../core/manifest';

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/** The routes of all VirtualServices that lead to a Service of the release, in the order of their names. */
export function readRoutes(rollout: Manifest, virtualServices: Manifest[], roles: Roles): PlannedRoute[] {
  const byName = [...virtualServices].sort((one, other) => keyOf(one) < keyOf(other) ? -1 : 1);
  const routes: PlannedRoute[] = byName.flatMap((virtualService) => PROTOCOLS.flatMap((protocol) => (
    (virtualService.spec?.[protocol] ?? []).map((route: Manifest) => readRoute(rollout, virtualService, protocol, route, roles))
  )));
  return routes.filter(({ destinations }) => destinations.some(({ role }) => role !== ''));
}

function keyOf({ metadata }: Manifest): string {
  return `${metadata.name} ${metadata.namespace ?? ''}`;
}

function readRoute(rollout: Manifest, virtualService: Manifest, protocol: string, route: Manifest, roles: Roles): PlannedRoute {
  const { hosts = [], gateways = ['mesh'] } = virtualService.spec;
  const entries: Manifest[] = route.route ?? [];
  return {
    virtualService: virtualService.metadata.name,
    protocol,
    ...route.name && { name: route.name },
    hosts,
    gateways,
    weighted: isWeighted(targetOf(virtualService, rollout), protocol, route),
    destinations: entries.map((entry) => {
      return readDestination(entry, entries.length, isNear(entry, virtualService, rollout) ? roles : NO_ROLES);
    }),
  };
}

const NO_ROLES: Roles = { services: [], subsets: {} };

/** A short host is completed with the namespace of its VirtualService; where none is written, all are applied to one. */
function isNear(entry: Manifest, virtualService: Manifest, rollout: Manifest): boolean {
  const { namespace } = rollout.metadata;
  return namespace === undefined
    ? virtualService.metadata.namespace === undefined
    : (String(entry.destination?.host ?? '').split('.')[1] ?? virtualService.metadata.namespace) === namespace;
}

function readDestination(entry: Manifest, count: number, roles: Roles): PlannedDestination {
  const { host = '', subset } = entry.destination ?? {};
  const service = String(host).split('.')[0];
  const named = roles.services.find(({ name }) => name === service)?.role ?? '';
  return {
    service,
    ...subset && { subset },
    weight: entry.weight ?? (count === 1 ? 100 : 0),
    // Subsets of another host are no versions of ours.
    role: subset && named ? roles.subsets[subset] ?? named : named,
  };
}

/** The entry by which the Rollout names this VirtualService. */
function targetOf(virtualService: Manifest, rollout: Manifest): Manifest | undefined {
  const istio = rollout.spec.strategy?.canary?.trafficRouting?.istio;
  const targets: Manifest[] = istio?.virtualServices ?? (istio?.virtualService ? [istio.virtualService] : []);
  const { name, namespace } = virtualService.metadata;
  const near = namespace === rollout.metadata.namespace;
  return targets.find((target) => (near && target.name === name) || target.name === `${name}.${namespace}`);
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
