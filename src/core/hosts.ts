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

/** The indexes of the hosts that another one of the list covers; of equal ones all but the first. Each is looked up, not compared with all. */
export function coveredHosts(hosts: readonly string[]): ReadonlySet<number> {
  const forms = new Map<string, Set<string>>();
  const firsts = new Map<string, number>();
  const suffixes = new Set<string>();
  hosts.forEach((host, index) => {
    const lower = host.toLowerCase();
    forms.set(lower, (forms.get(lower) ?? new Set()).add(host));
    firsts.has(host) || firsts.set(host, index);
    lower.startsWith('*') && suffixes.add(lower.slice(1));
  });
  const lengths = [...new Set([...suffixes].map(({ length }) => length))];
  return new Set(hosts.flatMap((host, index) => {
    const lower = host.toLowerCase();
    const body = lower.replace(/^\*/, '');
    const isOwn = (suffix: string) => lower === `*${suffix}`;
    const isWithin = lengths.some((length) => {
      const suffix = length > body.length ? undefined : body.slice(body.length - length);
      return suffix !== undefined && suffixes.has(suffix) && !isOwn(suffix);
    });
    return isWithin || firsts.get(host) !== index || forms.get(lower)!.size > 1 ? [index] : [];
  }));
}
