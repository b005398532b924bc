import { at, given, items, Located } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const POLICIES = ['Always', 'IfNotPresent', 'Never'];
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];

export const podChoices: Rule = {
  id: 'pod-choices',
  severity: Severity.ERROR,
  summary: 'imagePullPolicy, dnsPolicy and the protocols of ports have values that Kubernetes knows',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write one of the values, in this case of letters',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [{ name: app, image: registry.example.com/app:1, imagePullPolicy: always }]
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [{ name: app, image: registry.example.com/app:1, imagePullPolicy: Always }]
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    const containers = template ? containersOf(template, TEMPLATE) : [];
    const choices: Array<[Located, string[]]> = [
      [{ value: at(template, 'spec', 'dnsPolicy'), path: `${TEMPLATE}.spec.dnsPolicy` }, DNS_POLICIES],
      ...containers.map(({ value, path }): [Located, string[]] => [{ value: value.imagePullPolicy, path: `${path}.imagePullPolicy` }, POLICIES]),
      ...containers.flatMap(({ value, path }) => items(value.ports, `${path}.ports`))
        .map(({ value, path }): [Located, string[]] => [{ value: value.protocol, path: `${path}.protocol` }, PROTOCOLS]),
    ];
    return choices.filter(([{ value }, known]) => given(value) && value !== '' && !known.includes(value))
      .map(([choice, known]) => ({ ...choice, message: `is none of ${known.join(', ')}` }));
  },
};
