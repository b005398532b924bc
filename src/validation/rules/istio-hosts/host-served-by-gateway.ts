import { hostsOverlap } from '../../../core/hosts';
import { Manifest } from '../../../core/manifest';
import { at, items, list, namespaceOf, text } from '../../../core/read';
import { GATEWAY, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { gatewaysOf, hostsOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const hostServedByGateway: Rule = {
  id: 'host-served-by-gateway',
  severity: Severity.ERROR,
  summary: 'each host of a VirtualService is a host of one of its Gateways',
  why: 'requests for the host are answered with 404',
  remedy: 'add the host to a server of the Gateway, or name another Gateway',
  stricterBecause: 'Istio accepts the object and its analyzer reports it: users get 404',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        hosts: [ app.example.com ]
        gateways: [ gw ]
        http: [ { redirect: { uri: /new } } ]
      ---
      kind: Gateway
      metadata: { name: gw }
      spec:
        servers: [ { hosts: [ shop.example.com ], port: { number: 80, name: http, protocol: HTTP } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        hosts: [ app.example.com ]
        gateways: [ gw ]
        http: [ { redirect: { uri: /new } } ]
      ---
      kind: Gateway
      metadata: { name: gw }
      spec:
        servers: [ { hosts: [ "*.example.com" ], port: { number: 80, name: http, protocol: HTTP } } ]
    `,
  },
  check: (virtualService, { set }) => {
    const named = gatewaysOf(virtualService);
    const known = named.map((gateway) => {
      const [namespace, name] = gateway.split('/');
      return set.find(GATEWAY, text(name), namespace || undefined);
    });
    if (named.includes('mesh') || known.some((gateway) => !gateway)) {
      return [];
    }
    return hostsOf(virtualService)
      .map((host, index) => ({ path: `spec.hosts[${index}]`, value: host }))
      .filter(({ value }) => !known.some((gateway) => serves(gateway!, virtualService, value)))
      .map((host) => ({ ...host, message: `is no host of ${named.join(', ')}` }));
  },
};

function serves(gateway: Manifest, virtualService: Manifest, host: string): boolean {
  return items(at(gateway, 'spec', 'servers'), '').flatMap(({ value }) => list(value.hosts)).some((served) => {
    const [scope, name] = text(served).includes('/') ? text(served).split('/') : ['*', text(served)];
    const namespace = scope === '.' ? namespaceOf(gateway) : scope;
    return (namespace === '*' || namespace === namespaceOf(virtualService)) && hostsOverlap(name, host);
  });
}
