import { isDnsLabel, isLabelValue } from '../../../core/checks/checks';
import { at, items, record, repeats, text } from '../../../core/read';
import { DESTINATION_RULE } from '../../../model/manifests/kinds';
import { isHostName } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const destinationRuleSubsets: Rule = {
  id: 'destination-rule-subsets',
  severity: Severity.ERROR,
  summary: 'a DestinationRule has a host, and its subsets have names, each once, and valid labels',
  why: 'Istio refuses the DestinationRule',
  remedy: 'write the host, and a name of its own for each subset',
  kinds: [DESTINATION_RULE],
  example: {
    bad: `
      kind: DestinationRule
      spec:
        host: app
        subsets: [ { name: stable, labels: { app: shop } }, { name: stable, labels: { app: shop } } ]
    `,
    good: `
      kind: DestinationRule
      spec:
        host: app
        subsets: [ { name: stable, labels: { app: shop } }, { name: canary, labels: { app: shop } } ]
    `,
  },
  check: (rule): Violation[] => {
    const subsets = items(at(rule, 'spec', 'subsets'), 'spec.subsets');
    const names = subsets.map(({ value, path }) => ({ value: value.name, path: `${path}.name` }));
    return [
      ...isHostName(text(at(rule, 'spec', 'host'))) ? [] : [{ path: 'spec.host', value: at(rule, 'spec', 'host'), message: 'is no name of a host' }],
      ...names.filter(({ value }) => !isDnsLabel(text(value).toLowerCase())).map((name) => ({ ...name, message: 'is no name of a subset' })),
      ...repeats(names.filter(({ value }) => text(value) !== '')).map((name) => ({ ...name, message: 'is the name of another subset' })),
      ...subsets.flatMap(({ value, path }) => Object.entries(record(value.labels)).filter(([, label]) => !isLabelValue(text(label)))
        .map(([key, label]) => ({ path: `${path}.labels["${key}"]`, value: label, message: 'is no label value' }))),
    ];
  },
};
