import { severityFor } from './audience';
import { hostsBefore, hostsOutside } from './hosts-outside';
import { isBehindMeshGateway, isServed } from './served-hosts';
import { Manifest } from '../../../core/manifest';
import { at, nameOf, namespaceOf, shown } from '../../../core/read';
import { API_GATEWAY, GATEWAY } from '../../../model/manifests/kinds';
import { kindOf, ManifestSet } from '../../../model/manifests/manifest-set';
import { SetIndex } from '../../../model/manifests/set-index';
import { NamedHost } from '../../../model/routing/adapter';
import { isInMesh, namedHosts, notationOf, parentsOf } from '../../../model/routing/notations';
import { ROUTING_KINDS } from '../../../model/routing/routes';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';

const gatewaysOf = (object: Manifest) => parentsOf(object).filter(({ kind }) => kind === 'gateway');
const gatewayKey = (group: string | undefined, namespace: string | undefined, name: string) => JSON.stringify([group, namespace ?? '', name]);

const BY_GATEWAY = ROUTING_KINDS.map((kind) => new SetIndex(kind, (object) => (
  gatewaysOf(object).map(({ group, namespace, name }) => gatewayKey(group, namespace, name))
)));

/** Those that serve callers from outside of the mesh. */
const BY_HOST = ROUTING_KINDS.map((kind) => new SetIndex(kind, (object) => (
  gatewaysOf(object).length > 0 ? namedHosts(object).map(({ host }) => host.toLowerCase()) : []
)));

const find = (indexes: readonly SetIndex[], set: ManifestSet, key: string) => indexes.flatMap((index) => index.find(set, key));

export const hostUnreachable: Hazard = {
  id: 'host-unreachable',
  severity: Severity.ERROR,
  summary: 'no gateway, or no Ingress before it, leads to a host of a release any longer',
  why: 'the route stays, and whoever calls the host from outside of the mesh gets 404 or no connection, at once',
  remedy: 'keep the gateway or Ingress until nobody comes by it, or name another one that serves the host',
  ofObject: ({ old, now, environment }) => {
    if (old && !now && [GATEWAY, API_GATEWAY].some((kind) => isKind(old.manifest, kind))) {
      return ofGateway(old.manifest, environment);
    }
    if (!old || !notationOf(old.manifest)) {
      return [];
    }
    return [
      ...now ? ofRoute(old.manifest, now.manifest, environment) : [],
      ...isBehindMeshGateway(old.manifest) ? [] : ofFront(old.manifest, environment),
    ];
  },
};

function ofGateway(gateway: Manifest, environment: Environment): Violation[] {
  const key = gatewayKey(kindOf(gateway).group, namespaceOf(gateway), shown(at(gateway, 'metadata', 'name')));
  return find(BY_GATEWAY, environment.after, key).flatMap((route) => {
    const lost = lostHosts(route, namedHosts(route), environment);
    const severity = lost.length === 0 ? undefined : severityFor(route, environment);
    return severity === undefined ? [] : [{ path: '', severity, message: `is removed, and ${nameOf(route)} names it: nobody reaches ${lost.join(', ')} by it` }];
  });
}

function ofRoute(old: Manifest, now: Manifest, environment: Environment): Violation[] {
  if (isInMesh(old) || !isInMesh(now)) {
    return [];
  }
  const before = new Set(namedHosts(old).map(({ host }) => host));
  const lost = lostHosts(now, namedHosts(now).filter(({ host }) => before.has(host)), environment);
  const severity = lost.length === 0 ? undefined : severityFor(old, environment);
  const path = notationOf(now)!.parentsPath;
  const value = at(now, ...path.split('.'));
  return severity === undefined ? [] : [{ path, value, severity, message: `no gateway leads to ${lost.join(', ')} any longer` }];
}

/** What stood before a gateway, whose host a route behind it still serves. */
function ofFront(front: Manifest, environment: Environment): Violation[] {
  return namedHosts(front).filter(({ host }) => !isServed(hostsBefore(environment), host.toLowerCase())).flatMap(({ host, path }) => {
    const behind = find(BY_HOST, environment.after, host.toLowerCase()).filter(isBehindMeshGateway);
    const [route] = behind.filter((other) => severityFor(other, environment) !== undefined);
    // Callers may come to the gateway by another load balancer.
    return route ? [{ path, value: host, severity: Severity.WARNING, message: `leads ${host} to no gateway any longer, behind which ${nameOf(route)} serves it` }] : [];
  });
}

function lostHosts(route: Manifest, hosts: readonly NamedHost[], environment: Environment): string[] {
  return hosts.filter(({ name }) => !isServed(hostsOutside(route, environment), name)).map(({ host }) => host);
}
