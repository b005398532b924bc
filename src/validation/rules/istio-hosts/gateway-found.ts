import { text } from '../../../core/read';
import { GATEWAY, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { gatewaysOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const GATEWAYS_NEAR = new SetIndex(GATEWAY, (gateway) => [near(gateway, '')]);

export const gatewayFound: Rule = {
  id: 'gateway-found',
  severity: Severity.WARNING,
  summary: 'a Gateway that a VirtualService names is among the manifests, where Gateways of its namespace are',
  why: 'requests for the hosts are answered with 404 while the Gateway is missing in the cluster',
  remedy: 'correct the name, as NAMESPACE/NAME where the Gateway is in another namespace',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        gateways: [ public ]
        http: [ { redirect: { uri: /new } } ]
      ---
      kind: Gateway
      metadata: { name: internal }
    `,
    good: `
      kind: VirtualService
      spec:
        gateways: [ public ]
        http: [ { redirect: { uri: /new } } ]
      ---
      kind: Gateway
      metadata: { name: public }
    `,
  },
  check: (virtualService, { set }) => gatewaysOf(virtualService).flatMap((gateway, index) => {
    const [namespace, name] = gateway.split('/');
    const others = GATEWAYS_NEAR.find(set, `${namespace}/`);
    return gateway === 'mesh' || others.length === 0 || set.find(GATEWAY, text(name), namespace || undefined) ? [] : [{
      path: `spec.gateways[${index}]`, value: gateway, message: 'is not among the manifests',
    }];
  }),
};
