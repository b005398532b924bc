import { items, number } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeWeightsSum: Rule = {
  id: 'route-weights-sum',
  severity: Severity.WARNING,
  summary: 'the weights of a route sum to 100',
  why: 'to Istio they are proportions: 70 and 20 give 78 % and 22 %, which nobody reads out of the manifest',
  remedy: 'write weights that sum to 100',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app }, weight: 70 }, { destination: { host: next }, weight: 20 } ] } ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: next }
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app }, weight: 80 }, { destination: { host: next }, weight: 20 } ] } ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: next }
    `,
  },
  check: (virtualService) => routesOf(virtualService)
    .map(({ value, path }) => ({ path: `${path}.route`, weights: items(value.route, '').map((entry) => number(entry.value.weight)) }))
    .map(({ path, weights }) => ({ path, weights, sum: weights.reduce((total, weight) => total + weight, 0) }))
    .filter(({ weights, sum }) => weights.length > 1 && sum > 0 && sum !== 100 && weights.every((weight) => weight >= 0))
    .map(({ path, weights, sum }) => ({ path, value: weights.join('/'), message: `has weights that sum to ${sum}` })),
};
