import { severityFor } from './audience';
import { hostsBefore, hostsOutside } from './hosts-outside';
import { fullName, isServed, served } from './served-hosts';
import { Manifest } from '../../../core/manifest';
import { at, nameOf, shown } from '../../../core/read';
import { GATEWAY, HTTP_ROUTE, INGRESS, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { gatewaysOf, hostsOf } from '../../../model/routing/istio/fields';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';

const ROUTES = new SetIndex(VIRTUAL_SERVICE, gatewaysOf);

/** Those that serve callers from outside of the mesh. */
const BY_HOST = new SetIndex(VIRTUAL_SERVICE, (route) => gatewaysOf(route).some((gateway) => gateway !== 'mesh') ? hostsOf(route).map((host) => host.toLowerCase()) : []);

export const hostUnreachable: Hazard = {
  id: 'host-unreachable',
  severity: Severity.ERROR,
  summary: 'no gateway, or no Ingress before it, leads to a host of a release any longer',
  why: 'the VirtualService stays, and whoever calls the host from outside of the mesh gets 404 or no connection, at once',
  remedy: 'keep the gateway or Ingress until nobody comes by it, or name another one that serves the host',
  ofObject: ({ old, now, environment }) => {
    if (old && !now && isKind(old.manifest, GATEWAY)) {
      return ofGateway(old.manifest, environment);
    }
    if (old && [INGRESS, HTTP_ROUTE].some((kind) => isKind(old.manifest, kind))) {
      return ofIngress(old.manifest, environment);
    }
    return old && now && isKind(now.manifest, VIRTUAL_SERVICE) ? ofRoute(old.manifest, now.manifest, environment) : [];
  },
};

function ofGateway(gateway: Manifest, environment: Environment): Violation[] {
  return ROUTES.find(environment.after, near(gateway, shown(at(gateway, 'metadata', 'name')))).flatMap((route) => {
    const lost = lostHosts(route, hostsOf(route), environment);
    const severity = lost.length === 0 ? undefined : severityFor(route, environment);
    return severity === undefined ? [] : [{ path: '', severity, message: `is removed, and ${nameOf(route)} names it: nobody reaches ${lost.join(', ')} by it` }];
  });
}

function ofRoute(old: Manifest, now: Manifest, environment: Environment): Violation[] {
  const isInside = (route: Manifest) => gatewaysOf(route).every((gateway) => gateway === 'mesh');
  if (isInside(old) || !isInside(now)) {
    return [];
  }
  const before = new Set(hostsOf(old));
  const lost = lostHosts(now, hostsOf(now).filter((host) => before.has(host)), environment);
  const severity = lost.length === 0 ? undefined : severityFor(old, environment);
  const value = at(now, 'spec', 'gateways');
  return severity === undefined ? [] : [{ path: 'spec.gateways', value, severity, message: `no gateway leads to ${lost.join(', ')} any longer` }];
}

/** What stood before a gateway, whose host a VirtualService behind it still serves. */
function ofIngress(ingress: Manifest, environment: Environment): Violation[] {
  return served(ingress).filter(({ host }) => !isServed(hostsBefore(environment), host.toLowerCase())).flatMap(({ host, path }) => {
    const [route] = BY_HOST.find(environment.after, host.toLowerCase()).filter((other) => severityFor(other, environment) !== undefined);
    // Callers may come to the gateway by another load balancer.
    return route ? [{ path, value: host, severity: Severity.WARNING, message: `leads ${host} to no gateway any longer, behind which ${nameOf(route)} serves it` }] : [];
  });
}

function lostHosts(route: Manifest, hosts: readonly string[], environment: Environment): string[] {
  return hosts.filter((host) => !isServed(hostsOutside(environment), fullName(route, host)));
}
