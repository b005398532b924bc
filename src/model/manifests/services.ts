import { Manifest } from '../../core/manifest';
import { at, items, record, text } from '../../core/read';

/** Whether a Service has a load balancer of its own. */
export function isLoadBalancer(service: Manifest | undefined): boolean {
  return at(service, 'spec', 'type') === 'LoadBalancer';
}

/** Whether that is a Network Load Balancer of AWS. */
export function isNetworkLoadBalancer(service: Manifest): boolean {
  const type = text(at(service, 'metadata', 'annotations', 'service.beta.kubernetes.io/aws-load-balancer-type'));
  return ['nlb', 'nlb-ip', 'external'].includes(type) || text(at(service, 'spec', 'loadBalancerClass')).endsWith('/nlb');
}

/** The labels by which a Service selects pods. */
export function selectorOf(service: Manifest | undefined): Manifest {
  return record(at(service, 'spec', 'selector'));
}

/** The numbers of the ports of a Service, as written. */
export function portsOf(service: Manifest | undefined): unknown[] {
  return items(at(service, 'spec', 'ports'), '').map(({ value }) => value.port);
}

/** The Service behind a host of the cluster: its name and namespace; nothing for a host outside of it. */
export function serviceOfHost(host: string, namespace: string | undefined): { name: string; namespace: string | undefined } | undefined {
  const [name, second, third, ...rest] = host.split('.');
  if (host === '' || host.includes('*')) {
    return undefined;
  }
  if (second === undefined) {
    return { name, namespace };
  }
  const inCluster = third === undefined ? false : third === 'svc' && (rest.length === 0 || rest.join('.') === 'cluster.local');
  return inCluster ? { name, namespace: second } : undefined;
}
