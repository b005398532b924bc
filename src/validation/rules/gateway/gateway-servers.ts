import { at, given, items, list, repeats, text } from '../../../core/read';
import { GATEWAY } from '../../../model/manifests/kinds';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const PROTOCOLS = ['HTTP', 'HTTPS', 'GRPC', 'GRPC-WEB', 'HTTP2', 'MONGO', 'TCP', 'TLS', 'MYSQL', 'REDIS', 'UDP', 'HTTP_PROXY', 'HTTP-PROXY'];

export const gatewayServers: Rule = {
  id: 'gateway-servers',
  severity: Severity.ERROR,
  summary: 'a Gateway has servers, each with hosts and with a port that has a number, a known protocol and a name of its own',
  why: 'Istio refuses the Gateway',
  remedy: `give each server hosts, and a port with number, name and a protocol of ${PROTOCOLS.slice(0, 8).join(', ')}`,
  kinds: [GATEWAY],
  example: {
    bad: `
      kind: Gateway
      spec:
        servers: [ { hosts: [ app.example.com ], port: { number: 80, name: http, protocol: WEB } } ]
    `,
    good: `
      kind: Gateway
      spec:
        servers: [ { hosts: [ app.example.com ], port: { number: 80, name: http, protocol: HTTP } } ]
    `,
  },
  check: (gateway): Violation[] => {
    const servers = items(at(gateway, 'spec', 'servers'), 'spec.servers');
    const names = servers.map(({ value, path }) => ({ value: at(value, 'port', 'name'), path: `${path}.port.name` }));
    return [
      ...servers.length === 0 ? [{ path: 'spec.servers', message: 'there is no server' }] : [],
      ...servers.flatMap(({ value, path }): Violation[] => {
        const { number, protocol } = at(value, 'port') ?? {};
        return [
          ...list(value.hosts).length === 0 ? [{ path: `${path}.hosts`, message: 'is empty' }] : [],
          ...!(number >= 1 && number <= 65535) ? [{ path: `${path}.port.number`, value: number, message: 'is not from 1 to 65535' }] : [],
          ...!PROTOCOLS.includes(text(protocol).toUpperCase()) ? [{ path: `${path}.port.protocol`, value: protocol, message: given(protocol) ? 'is no protocol that Istio knows' : 'is missing' }] : [],
        ];
      }),
      ...names.filter(({ value }) => text(value) === '').map((name) => ({ ...name, message: 'is missing' })),
      ...repeats(names.filter(({ value }) => text(value) !== '')).map((name) => ({ ...name, message: 'is the name of another port' })),
    ];
  },
};
