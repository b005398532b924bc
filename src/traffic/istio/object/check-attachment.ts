import { IIstioGateway } from './gateway';
import { checkHost } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { isOutsideHost } from '../../../core/hosts';

/** Where a VirtualService listens. */
export interface Attachment {
  readonly hosts: string[];
  readonly gateways: IIstioGateway[];
  readonly mesh: boolean;
}

/** Istio would take the mesh for granted, and users from outside would never come in. */
export function checkGatewaysOrMesh(given: { hosts?: string[]; gateways?: IIstioGateway[]; mesh?: boolean }, prefix: string = ''): Problem[] {
  const outside = given.hosts?.filter(isOutsideHost) ?? [];
  return outside.length > 0 && !given.gateways?.length && given.mesh === undefined ? [{
    rule: 'gateways-or-mesh',
    prop: `${prefix}gateways`,
    wrong: 'is empty, and only callers inside the mesh could use the hosts',
    got: outside,
    remedy: 'pass a Gateway, or set mesh: true where this is meant',
  }] : [];
}

const GATEWAY_NAME = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

export function checkAttachment(attachment: Attachment, prefix: string = '', hostsProp: string = 'hosts'): Problem[] {
  const { hosts, gateways, mesh } = attachment;
  const problems: Problem[] = hosts.flatMap((host, index) => checkHost(`${prefix}${hostsProp}[${index}]`, host));
  if (hosts.length === 0) {
    problems.push({ rule: 'hosts-present', prop: `${prefix}${hostsProp}`, wrong: 'is empty', remedy: 'name at least one host' });
  }
  problems.push(...hosts.filter((host, index) => hosts.indexOf(host) !== index).map((host) => ({
    rule: 'hosts-distinct', prop: `${prefix}${hostsProp}`, wrong: 'a host stands twice', got: host, remedy: 'name it once',
  })));
  problems.push(...gateways.filter(({ gatewayName }) => gatewayName === 'mesh' || !GATEWAY_NAME.test(gatewayName)).map(({ gatewayName }) => ({
    rule: 'gateway-name',
    prop: `${prefix}gateways`,
    wrong: gatewayName === 'mesh' ? 'the sidecars are no Gateway' : 'is no name of a Gateway',
    got: gatewayName,
    remedy: gatewayName === 'mesh' ? 'set mesh: true' : 'write namespace/name, or a name in the namespace of the VirtualService',
  })));
  if (mesh && hosts.includes('*')) {
    problems.push({ rule: 'mesh-host', prop: `${prefix}${hostsProp}`, wrong: 'sidecars do not take a bare wildcard', got: '*', remedy: 'name the Service' });
  }
  return problems;
}
