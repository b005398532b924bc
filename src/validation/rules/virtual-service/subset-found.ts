import { Manifest } from '../../../core/manifest';
import { at, items, namespaceOf, text } from '../../../core/read';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { destinationsOf, serviceKeyOfHost } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const BY_HOST = new SetIndex(DESTINATION_RULE, (rule) => [nameOfHost(text(at(rule, 'spec', 'host')), rule)]);

export const subsetFound: Rule = {
  id: 'subset-found',
  severity: Severity.ERROR,
  summary: 'the subset of a destination is one of the DestinationRule of its host',
  why: 'requests of the route are answered with 503',
  remedy: 'add the subset to the DestinationRule, or correct its name',
  stricterBecause: 'Istio accepts the object and its analyzer reports it: users get 503',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app, subset: next } } ] } ]
      ---
      kind: DestinationRule
      spec:
        host: app
        subsets: [ { name: stable, labels: { app: shop } } ]
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app, subset: stable } } ] } ]
      ---
      kind: DestinationRule
      spec:
        host: app
        subsets: [ { name: stable, labels: { app: shop } } ]
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (virtualService, { set }) => destinationsOf(virtualService).filter(({ value }) => text(value.subset) !== '').flatMap(({ value, path }) => {
    const wanted = nameOfHost(text(value.host), virtualService);
    const rules = BY_HOST.find(set, wanted);
    const subsets = rules.flatMap((rule) => items(at(rule, 'spec', 'subsets'), '')).map((subset) => text(subset.value.name));
    return rules.length === 0 || subsets.includes(value.subset) ? [] : [{
      path: `${path}.subset`, value: value.subset, message: `is no subset of ${text(value.host)}, which has ${subsets.join(', ') || 'none'}`,
    }];
  }),
};

/** Short and full names of one Service are one host. */
function nameOfHost(host: string, of: Manifest): string {
  return serviceKeyOfHost(host, namespaceOf(of)) ?? host;
}
