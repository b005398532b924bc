import { namespaceOf, text } from '../../../core/read';
import { SERVICE, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { serviceOfHost } from '../../../model/manifests/services';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { destinationsOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const SERVICES_NEAR = new SetIndex(SERVICE, (service) => [near(service, '')]);

export const destinationFound: Rule = {
  id: 'destination-found',
  severity: Severity.WARNING,
  summary: 'the Service behind each destination of a route is among the manifests, where Services of its namespace are',
  why: 'requests of the route are answered with 503 while the Service is missing in the cluster',
  remedy: 'correct the host, or write it in full (app.shop.svc.cluster.local) where the Service is in another namespace',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: shop } } ] } ]
      ---
      kind: Service
      metadata: { name: store }
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: shop } } ] } ]
      ---
      kind: Service
      metadata: { name: shop }
    `,
  },
  check: (virtualService, { set }) => destinationsOf(virtualService).flatMap(({ value, path }) => {
    const service = serviceOfHost(text(value.host), namespaceOf(virtualService));
    const isKnown = !service || set.find(SERVICE, service.name, service.namespace) !== undefined;
    return isKnown || SERVICES_NEAR.find(set, `${service.namespace ?? ''}/`).length === 0 ? [] : [{
      path: `${path}.host`, value: value.host, message: `Service ${service.name} is not among the manifests`,
    }];
  }),
};
