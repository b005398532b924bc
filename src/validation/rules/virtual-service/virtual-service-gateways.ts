import { isDnsLabel, isDnsSubdomain } from '../../../core/checks/checks';
import { at, list, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const virtualServiceGateways: Rule = {
  id: 'virtual-service-gateways',
  severity: Severity.ERROR,
  summary: 'the gateways of a VirtualService are written mesh, NAME or NAMESPACE/NAME',
  why: 'Istio refuses the VirtualService',
  remedy: 'write mesh, the name of a Gateway of the same namespace, or NAMESPACE/NAME',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        gateways: [ istio-system/public/gw ]
        http: [ { redirect: { uri: /new } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        gateways: [ istio-system/gw ]
        http: [ { redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService) => list(at(virtualService, 'spec', 'gateways'))
    .map((value, index) => ({ value, path: `spec.gateways[${index}]` }))
    .filter(({ value }) => !isName(text(value)))
    .map((gateway) => ({ ...gateway, message: 'is no name of a Gateway' })),
};

function isName(gateway: string): boolean {
  const [name, namespace, ...rest] = gateway.toLowerCase().split('/').reverse();
  // As a domain name: the last label of one is not a number.
  return rest.length === 0 && isDnsSubdomain(name) && !/(^|\.)\d+$/.test(name) && (namespace === undefined || isDnsLabel(namespace));
}
