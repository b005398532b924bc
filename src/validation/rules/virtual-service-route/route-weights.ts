import { items, number } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeWeights: Rule = {
  id: 'route-weights',
  severity: Severity.ERROR,
  summary: 'the weights of a route are 0 or more, and not all 0 where it has several destinations',
  why: 'Istio refuses the VirtualService',
  remedy: 'write weights that sum to 100',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { route: [ { destination: { host: app }, weight: 0 }, { destination: { host: next }, weight: 0 } ] } ]
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
        http: [ { route: [ { destination: { host: app }, weight: 100 }, { destination: { host: next }, weight: 0 } ] } ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: next }
    `,
  },
  check: (virtualService) => routesOf(virtualService).flatMap(({ value, path }): Violation[] => {
    const weights = items(value.route, `${path}.route`).map((entry) => ({ path: `${entry.path}.weight`, value: number(entry.value.weight) }));
    const negative = weights.filter((weight) => weight.value < 0).map((weight) => ({ ...weight, message: 'is negative' }));
    const sum = weights.reduce((total, weight) => total + weight.value, 0);
    return negative.length > 0 || weights.length < 2 || sum !== 0 ? negative : [{ path: `${path}.route`, message: 'has weights that sum to 0' }];
  }),
};
