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
