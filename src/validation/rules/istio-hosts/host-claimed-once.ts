import { Manifest } from '../../../core/manifest';
import { items, list, nameOf, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { gatewaysOf, hostsOf, routesOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

/** A host of the mesh may be short, so it counts in its own namespace alone. */
const BY_PLACE = new SetIndex(VIRTUAL_SERVICE, (virtualService) => (
  gatewaysOf(virtualService).flatMap((gateway) => hostsOf(virtualService).map((host) => placeOf(gateway, host, virtualService)))
));

export const hostClaimedOnce: Rule = {
  id: 'host-claimed-once',
  severity: Severity.ERROR,
  summary: 'a host is served by one VirtualService on a gateway, or by several with different paths; on the mesh by one alone',
  why: 'Istio takes the routes in an order that nobody promises: users may reach the other application, or a version that is not meant for them',
  remedy: 'give each a host of its own, or paths that differ',
  stricterBecause: 'Istio accepts it, and which routes win is chance',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      metadata: { name: shop }
      spec:
        hosts: [ shop.example.com ]
        gateways: [ istio-system/gw ]
        http: [ { redirect: { uri: /a } } ]
      ---
      kind: VirtualService
      metadata: { name: cart }
      spec:
        hosts: [ shop.example.com ]
        gateways: [ istio-system/gw ]
        http: [ { redirect: { uri: /b } } ]
    `,
    good: `
      kind: VirtualService
      metadata: { name: shop }
      spec:
        hosts: [ shop.example.com ]
        gateways: [ istio-system/gw ]
        http: [ { redirect: { uri: /a } } ]
      ---
      kind: VirtualService
      metadata: { name: cart }
      spec:
        hosts: [ cart.example.com ]
        gateways: [ istio-system/gw ]
        http: [ { redirect: { uri: /b } } ]
    `,
  },
  check: (virtualService, { set }) => hostsOf(virtualService).flatMap((host, index) => {
    const firsts = gatewaysOf(virtualService).flatMap((gateway) => BY_PLACE.find(set, placeOf(gateway, host, virtualService)).slice(0, 1));
    const rival = firsts.find((first) => first !== virtualService && clash(first, virtualService));
    return rival ? [{ path: `spec.hosts[${index}]`, value: host, message: `is a host of ${nameOf(rival)} too` }] : [];
  }),
};

function placeOf(gateway: string, host: string, { metadata }: Manifest): string {
  return `${gateway} ${host.toLowerCase()} ${gateway === 'mesh' && !host.includes('.') ? text(metadata.namespace) : ''}`;
}

/** Of two that both take every path, one never gets a request; those with matches differ or not, which Istio does not mind. */
function clash(one: Manifest, other: Manifest): boolean {
  return signature(one).some((route) => signature(other).includes(route));
}

function signature(virtualService: Manifest): string[] {
  return routesOf(virtualService, 'http').flatMap(({ value }) => {
    const matches = items(value.match, '').map((match) => JSON.stringify(match.value));
    return list(value.match).length === 0 ? [ALL] : matches.map((match) => match === '{"uri":{"prefix":"/"}}' ? ALL : match);
  });
}

const ALL = 'all';
