import { checkHost } from '../../../core/checks';
import { destinationsOf } from '../../istio-fields';
import { VIRTUAL_SERVICE } from '../../kinds';
import { at, given, text } from '../../read';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeDestination: Rule = {
  id: 'route-destination',
  severity: Severity.ERROR,
  summary: 'a destination has a host that is a name without wildcard, and a port from 1 to 65535',
  why: 'Istio refuses the VirtualService',
  remedy: 'write the name of the Service, in full across namespaces (app.shop.svc.cluster.local)',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: "*.shop", port: { number: 80 } } } ] } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app, port: { number: 80 } } } ] } ]
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (virtualService) => destinationsOf(virtualService).flatMap(({ value, path }) => {
    const host = text(value.host);
    const port = at(value, 'port', 'number');
    return [
      ...host === '' ? [{ path: `${path}.host`, message: 'is missing' }] : [],
      ...host.includes('*') || (host !== '' && checkHost('', host).length > 0) ? [{ path: `${path}.host`, value: host, message: 'is no name of a Service' }] : [],
      ...given(port) && typeof port === 'number' && !(port >= 1 && port <= 65535) ? [{ path: `${path}.port.number`, value: port, message: 'is not from 1 to 65535' }] : [],
    ];
  }),
};
