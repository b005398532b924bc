import { isLabelKey } from '../../../core/checks/checks';
import { quantityOf } from '../../../core/quantity/quantity-value';
import { at, given, isRecord, record, shown } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const requestsWithinLimits: Rule = {
  id: 'requests-within-limits',
  severity: Severity.ERROR,
  summary: 'resources are known, their quantities well formed, and no request is above its limit',
  why: 'the API server refuses such a quantity, and the controller the Rollout (InvalidSpec)',
  remedy: 'write quantities such as 500m, 1.5 or 256Mi, the limit at least as large as the request',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - {
                  name: app,
                  image: "registry.example.com/app:1",
                  resources: { requests: { cpu: 2 }, limits: { cpu: 500m } }
                }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - {
                  name: app,
                  image: "registry.example.com/app:1",
                  resources: { requests: { cpu: 250m }, limits: { cpu: 500m } }
                }
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    return (template ? containersOf(template, TEMPLATE) : []).flatMap(({ value, path }) => {
      const [requests, limits] = ['requests', 'limits'].map((key) => record(at(value, 'resources', key)));
      const wrong = ['requests', 'limits'].map((key) => ({ path: `${path}.resources.${key}`, value: at(value, 'resources', key) }))
        .filter((part) => given(part.value) && !isRecord(part.value)).map((part) => ({ ...part, message: 'is no map' }));
      const all = [['requests', requests], ['limits', limits]] as const;
      const unknown = all.flatMap(([key, quantities]) => Object.keys(quantities).filter((name) => !isResource(name))
        .map((name) => ({ path: `${path}.resources.${key}["${name}"]`, value: quantities[name], message: 'is no resource that Kubernetes knows' })));
      const malformed = all.flatMap(([key, quantities]) => Object.entries(quantities)
        .filter(([, quantity]) => !((quantityOf(quantity) ?? -1) >= 0))
        .map(([name, quantity]) => ({ path: `${path}.resources.${key}["${name}"]`, value: quantity, message: 'is no quantity of 0 or more' })));
      const above = Object.entries(requests)
        .filter(([name, request]) => (quantityOf(request) ?? 0) > (quantityOf(limits[name]) ?? Infinity))
        .map(([name, request]) => ({ path: `${path}.resources.requests["${name}"]`, value: request, message: `is above the limit of ${shown(limits[name])}` }));
      return [...wrong, ...unknown, ...malformed, ...above];
    });
  },
};

/** Resources of others have a domain in their names. */
function isResource(name: string): boolean {
  return ['cpu', 'memory', 'ephemeral-storage'].includes(name) || name.startsWith('hugepages-') || (name.includes('/') && isLabelKey(name));
}
