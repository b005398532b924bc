import { isRecord, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { destinationsOf, isHostName } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeDestination: Rule = {
  id: 'route-destination',
  severity: Severity.ERROR,
  summary: 'a destination has a host that is a name, and a port from 1 to 65535',
  why: 'Istio refuses the VirtualService',
  remedy: 'write the name of the Service, in full across namespaces (app.shop.svc.cluster.local)',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: "http://app", port: { number: 80 } } } ] } ]
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
    const port = isRecord(value.port) ? value.port.number ?? 0 : undefined;
    return [
      ...host === '' ? [{ path: `${path}.host`, message: 'is missing' }] : [],
      ...host !== '' && (!isHostName(host) || host === '*') ? [{ path: `${path}.host`, value: host, message: 'is no name of a Service' }] : [],
      ...typeof port === 'number' && !(port >= 1 && port <= 65535) ? [{ path: `${path}.port.number`, value: port, message: 'is not from 1 to 65535' }] : [],
    ];
  }),
};
