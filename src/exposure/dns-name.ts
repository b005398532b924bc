import * as kplus from 'cdk8s-plus-28';

/** The name of a Service inside the cluster, whatever the domain of the cluster; sidecars know this form too. */
export function dnsName(service: kplus.Service, namespace: string | undefined): string {
  return namespace === undefined ? service.name : `${service.name}.${namespace}.svc`;
}
