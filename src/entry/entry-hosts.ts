import { isOutsideHost } from '../core/hosts';
import { Manifest } from '../core/manifest';
import { Rollout } from '../rollout/rollout';
import { IIstioGateway } from '../traffic/istio/object/gateway';
import { VirtualService } from '../traffic/istio/object/virtual-service';

/** Which of the hosts of rollouts come in through a load balancer. */
export interface EntryScope {
  /** The Gateways behind the load balancer; all where nothing is said. */
  readonly gateways?: IIstioGateway[];
  /** The namespace in which Gateways without one are looked for. */
  readonly namespace?: string;
}

/** The VirtualServices of the rollout that users and testers from outside meet. */
export function entranceOf(rollout: Rollout, scope: EntryScope): VirtualService[] {
  return rollout._trafficObjects.filter((object): object is VirtualService => object instanceof VirtualService)
    .filter((virtualService) => virtualService.gateways.some((gateway) => isBehind(gateway, virtualService, scope)));
}

/** The hosts by which users and testers ask for a VirtualService. */
export function publicHosts(spec: Manifest): string[] {
  return (spec.hosts ?? []).filter((host: string) => host === '*' || isOutsideHost(host));
}

function isBehind(gateway: IIstioGateway, { namespace }: VirtualService, scope: EntryScope): boolean {
  const name = fullName(gateway, namespace);
  return scope.gateways?.some((behind) => behind === gateway || fullName(behind, scope.namespace) === name) ?? true;
}

function fullName({ gatewayName }: IIstioGateway, namespace: string | undefined): string {
  return gatewayName.includes('/') || namespace === undefined ? gatewayName : `${namespace}/${gatewayName}`;
}

/** Hosts in one order, whatever the order of the rollouts: the narrow before the wide, as the load balancer tries them in order. */
export function sortHosts(hosts: string[]): string[] {
  const distinct = [...new Set(hosts.map((host) => host.toLowerCase()))];
  const width = (host: string) => host === '*' ? Infinity : host.startsWith('*') ? 1000 - host.split('.').length : 0;
  return distinct.sort((one, other) => width(one) - width(other) || (one < other ? -1 : 1));
}
