import { checkHost, isDnsLabel } from '../../../core/checks/checks';
import { at, items, list, text } from '../../../core/read';
import { GATEWAY } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const gatewayHosts: Rule = {
  id: 'gateway-hosts',
  severity: Severity.ERROR,
  summary: 'the hosts of a Gateway are full DNS names with a wildcard at most in front, and the namespace of NAMESPACE/HOST is a name, . or *',
  why: 'Istio refuses the Gateway',
  remedy: 'write app.example.com, *.example.com, * or NAMESPACE/HOST',
  kinds: [GATEWAY],
  example: {
    bad: `
      kind: Gateway
      spec:
        servers: [ { hosts: [ shop.*.example.com ], port: { number: 80, name: http, protocol: HTTP } } ]
    `,
    good: `
      kind: Gateway
      spec:
        servers: [ { hosts: [ "shop/*.example.com" ], port: { number: 80, name: http, protocol: HTTP } } ]
    `,
  },
  check: (gateway) => items(at(gateway, 'spec', 'servers'), 'spec.servers')
    .flatMap(({ value, path }) => list(value.hosts).map((host, index) => ({ value: host, path: `${path}.hosts[${index}]` })))
    .filter(({ value }) => !isHost(text(value)))
    .map((host) => ({ ...host, message: 'is no host of a Gateway' })),
};

function isHost(host: string): boolean {
  const [first, second, ...rest] = host.split('/');
  const isFullName = (name: string) => name === '*' || (name.includes('.') && checkHost('', name).length === 0);
  if (second === undefined) {
    return isFullName(first);
  }
  return rest.length === 0 && (first === '.' || first === '*' || isDnsLabel(first)) && isFullName(second);
}
