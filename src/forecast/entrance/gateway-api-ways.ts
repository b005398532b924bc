import { asIstioRoute, parentsOf } from './gateway-api-route';
import { isWeighted, withWeights } from './gateway-api-weights';
import { hopsTo } from './hops';
import { leadOfRoute } from './lead';
import { matchText } from './match-text';
import { keysOfHost, keysOfServices, Ours, oursOf } from './ours';
import { audienceOf, entranceOf, nameIn, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, items, list, namespaceOf, record, text } from '../../core/read';
import { API_GATEWAY, GRPC_ROUTE, HTTP_ROUTE, TCP_ROUTE, TLS_ROUTE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { readRoles } from '../../model/summary/read-strategy';
import { Start } from '../../simulator/start/start';
import { Hop } from '../release-forecast';

/** Routes by the Services to which their rules lead. */
const LEADING = [HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE].map((kind) => new SetIndex(kind, (route) => (
  rulesOf(route).flatMap(({ hosts }) => hosts).flatMap((host) => keysOfHost(host, namespaceOf(route)))
)));

/** The ways through routes of the Gateway API. */
export function gatewayApiWays(set: ManifestSet, rollout: Manifest, start: Start): Way[] {
  const ours = oursOf(rollout, start);
  const keys = keysOfServices(rollout, start);
  const found = new Set(LEADING.flatMap((index) => keys.flatMap((key) => index.find(set, key))));
  return [...found].flatMap((route) => waysOfOne(set, rollout, start, route, ours(route)));
}

function waysOfOne(set: ManifestSet, rollout: Manifest, { release }: Start, route: Manifest, isOurs: Ours): Way[] {
  const { services } = readRoles(record(at(rollout, 'spec', 'strategy')));
  const roleOf = (host: string) => services.find(({ name }) => name === isOurs(host))?.role ?? '';
  const hosts = hostsOf(set, route);
  const gateways = parentsOf(route).map(({ isService, name, namespace }) => isService ? 'mesh' : `${namespace ?? ''}/${name}`);
  const before = hopsTo(set, { hosts, gateways: [...new Set(gateways)] });
  const isManaged = isWeighted(rollout, route);
  return rulesOf(route).filter((rule) => rule.hosts.some((host) => isOurs(host) !== undefined)).map(({ key, asIstio, hosts: backends }): Way => ({
    entrance: entranceOf(
      `${text(route.kind)}/${nameIn(namespaceOf(rollout), route)}/${key}`, audienceOf(backends.map(roleOf)), hosts, [...before, hopOf(route, key)],
      matchText('http', asIstio),
    ),
    lead: (current) => leadOfRoute(current, isManaged ? withWeights(asIstio, current, isOurs) : asIstio, { isOurs, release }),
  }));
}

/** A rule of a route, told as a route of a VirtualService, with the hosts of its backends; one without a name goes by its place. */
interface Rule {
  readonly key: string;
  readonly asIstio: Manifest;
  readonly hosts: readonly string[];
}

function rulesOf(route: Manifest): Rule[] {
  return items(at(route, 'spec', 'rules'), 'rules').map(({ value, path }) => {
    const asIstio = asIstioRoute(value);
    return { key: text(value.name) || path, asIstio, hosts: items(asIstio.route, '').map((entry) => text(entry.value.destination.host)) };
  });
}

/** Hosts of its own, or those of the listeners, or all; in the mesh, the names of the Services. */
function hostsOf(set: ManifestSet, route: Manifest): string[] {
  const own = list(at(route, 'spec', 'hostnames')).map(text).filter(Boolean);
  const found = own.length > 0 ? own : parentsOf(route).flatMap(({ isService, name, namespace, section }) => {
    const listeners = items(at(set.find(API_GATEWAY, name, namespace), 'spec', 'listeners'), '').map(({ value }) => value);
    return isService ? [name] : listeners.filter((listener) => !section || listener.name === section).map(({ hostname }) => text(hostname) || '*');
  });
  return found.length === 0 ? ['*'] : [...new Set(found)];
}

function hopOf(route: Manifest, key: string): Hop {
  const namespace = namespaceOf(route);
  return { kind: text(route.kind) as Hop['kind'], name: text(at(route, 'metadata', 'name')), ...namespace && { namespace }, detail: key };
}
