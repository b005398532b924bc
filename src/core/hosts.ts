/** Whether some host fits both: each is a DNS name, a wildcard such as `*.example.com`, or `*`; as Istio compares them. */
export function hostsOverlap(one: string, other: string): boolean {
  return coversHost(one, other) || coversHost(other, one);
}

/** Whether each host that fits the second fits the first. A wildcard stands for one label or more. */
export function coversHost(wide: string, narrow: string): boolean {
  const [pattern, host] = [wide.toLowerCase(), narrow.toLowerCase()];
  return pattern === host || (pattern.startsWith('*') && host.replace(/^\*/, '').endsWith(pattern.slice(1)));
}

/** Whether callers from outside of the cluster may use the host: the names of Services are for those inside alone. */
export function isOutsideHost(host: string): boolean {
  return host.includes('.') && !/\.svc(\.|$)/.test(host);
}
