import { coversHost } from '../../../core/hosts';
import { items, list, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { hostsOf, routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const tlsRouteMatch: Rule = {
  id: 'tls-route-match',
  severity: Severity.ERROR,
  summary: 'a tls route matches by sniHosts that lie within the hosts of the VirtualService',
  why: 'Istio refuses the VirtualService',
  remedy: 'give each match sniHosts, and list them or a wildcard for them in spec.hosts',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        tls: [ { match: [ { sniHosts: [ shop.example.org ] } ], route: [ { destination: { host: app } } ] } ]
      ---
      kind: Service
    `,
    good: `
      kind: VirtualService
      spec:
        tls: [ { match: [ { sniHosts: [ app.example.com ] } ], route: [ { destination: { host: app } } ] } ]
      ---
      kind: Service
    `,
  },
  check: (virtualService) => routesOf(virtualService, 'tls').flatMap(({ value, path }): Violation[] => {
    const matches = items(value.match, `${path}.match`);
    const hosts = hostsOf(virtualService);
    return [
      ...matches.length === 0 ? [{ path: `${path}.match`, message: 'is missing' }] : [],
      ...matches.filter((match) => list(match.value.sniHosts).length === 0).map((match) => ({ path: `${match.path}.sniHosts`, message: 'is missing' })),
      ...matches.flatMap((match) => list(match.value.sniHosts).map((sni, index) => ({ value: sni, path: `${match.path}.sniHosts[${index}]` })))
        .filter((sni) => !hosts.some((host) => coversHost(host, text(sni.value))))
        .map((sni) => ({ ...sni, message: 'is not within the hosts of the VirtualService' })),
    ];
  }),
};
