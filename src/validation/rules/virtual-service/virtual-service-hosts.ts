import { coveredHosts } from '../../../core/hosts';
import { at, items, list, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { gatewaysOf, isHostName } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

/** By the names of those to which they delegate. */
const ROOTS = new SetIndex(VIRTUAL_SERVICE, (root) => items(at(root, 'spec', 'http'), '').map(({ value }) => text(at(value, 'delegate', 'name'))));

export const virtualServiceHosts: Rule = {
  id: 'virtual-service-hosts',
  severity: Severity.ERROR,
  summary: 'a VirtualService has hosts that do not cover each other and each a DNS name; a bare * is for gateways alone',
  why: 'Istio refuses the VirtualService',
  remedy: 'write hosts such as app.example.com or *.example.com, without scheme, port or path; delegates have none, and no gateways',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        hosts: [ "https://app.example.com" ]
        http: [ { redirect: { uri: /new } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        hosts: [ app.example.com ]
        http: [ { redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService, { set }) => {
    const hosts = list(at(virtualService, 'spec', 'hosts')).map((value, index) => ({ value, path: `spec.hosts[${index}]` }));
    const gateways = list(at(virtualService, 'spec', 'gateways'));
    if (hosts.length === 0) {
      // Istio takes one without hosts as a delegate, which must not name gateways.
      if (gateways.length > 0) {
        return [{ path: 'spec.hosts', message: 'is empty' }];
      }
      const used = ROOTS.find(set, text(at(virtualService, 'metadata', 'name'))).length > 0;
      return used ? [] : [{ path: 'spec.hosts', message: 'is empty, and no other VirtualService delegates to this one', severity: Severity.WARNING }];
    }
    const covered = coveredHosts(hosts.map(({ value }) => text(value)));
    const onMesh = gatewaysOf(virtualService).includes('mesh');
    return [
      ...hosts.filter(({ value }) => !isHostName(text(value))).map((host): Violation => ({ ...host, message: 'is no DNS name' })),
      ...hosts.filter(({ value }) => value === '*' && onMesh).map((host) => ({ ...host, message: 'takes every host of the mesh' })),
      ...hosts.filter((_, index) => covered.has(index)).map((host) => ({ ...host, message: 'is covered by another host of the list' })),
    ];
  },
};
