import { at, items, list, Located, record, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHeaders: Rule = {
  id: 'route-headers',
  severity: Severity.ERROR,
  summary: 'the headers that a route sets, adds or removes have names without a leading colon',
  why: 'Istio refuses the VirtualService',
  remedy: 'write a name of letters, digits and -; the authority is changed by rewrite',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { headers: { request: { set: { ":path": / } } }, redirect: { uri: /new } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { headers: { request: { set: { x-path: / } } }, redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService) => routesOf(virtualService, 'http').flatMap(({ value, path }) => [
    ...changedBy(value.headers, `${path}.headers`),
    ...items(value.route, `${path}.route`).flatMap((entry) => changedBy(entry.value.headers, `${entry.path}.headers`)),
  ]).filter(({ value }) => value === '' || value.startsWith(':')).map((header) => ({ ...header, message: 'is no name of a header that can be changed' })),
};

function changedBy(headers: unknown, path: string): Located[] {
  return ['request', 'response'].flatMap((direction) => [
    ...['set', 'add'].flatMap((way) => Object.keys(record(at(headers, direction, way))).map((value) => ({ value, path: `${path}.${direction}.${way}` }))),
    ...list(at(headers, direction, 'remove')).map((value, index) => ({ value: text(value), path: `${path}.${direction}.remove[${index}]` })),
  ]);
}
