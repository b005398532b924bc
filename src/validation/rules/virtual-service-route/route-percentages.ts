import { at, items, Located } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const routePercentages: Rule = {
  id: 'route-percentages',
  severity: Severity.ERROR,
  summary: 'percentages of faults and mirrors lie between 0 and 100, and HTTP statuses between 200 and 599',
  why: 'Istio refuses the VirtualService',
  remedy: 'write a value within that range',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http:
          [
            {
                fault: { abort: { httpStatus: 1000, percentage: { value: 10 } } },
                route: [ { destination: { host: app } } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: VirtualService
      spec:
        http:
          [
            {
                fault: { abort: { httpStatus: 503, percentage: { value: 10 } } },
                route: [ { destination: { host: app } } ]
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (virtualService) => routesOf(virtualService, 'http').flatMap(({ value, path }): Violation[] => {
    const read = (...keys: string[]): Located => ({ path: [path, ...keys].join('.'), value: at(value, ...keys) });
    const percentages = [
      read('fault', 'abort', 'percentage', 'value'), read('fault', 'delay', 'percentage', 'value'), read('fault', 'delay', 'percent'), read('mirrorPercentage', 'value'),
      ...items(value.mirrors, `${path}.mirrors`).map((mirror) => ({ path: `${mirror.path}.percentage.value`, value: at(mirror.value, 'percentage', 'value') })),
    ];
    const statuses = [read('fault', 'abort', 'httpStatus'), read('directResponse', 'status')];
    return [
      ...percentages.filter((entry) => isOutside(entry.value, 0, 100)).map((entry) => ({ ...entry, message: 'is not from 0 to 100' })),
      ...statuses.filter((entry) => isOutside(entry.value, 200, 599)).map((entry) => ({ ...entry, message: 'is not from 200 to 599' })),
    ];
  }),
};

function isOutside(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && !(value >= min && value <= max);
}
