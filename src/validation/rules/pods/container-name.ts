import { isDnsLabel } from '../../../core/checks/checks';
import { repeats, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const containerName: Rule = {
  id: 'container-name',
  severity: Severity.ERROR,
  summary: 'each container of the pods has a name of its own that is a DNS label',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'use at most 63 lower-case letters, digits and "-", another name for each container',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [ { name: App, image: "registry.example.com/app:1" } ]
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [ { name: app, image: "registry.example.com/app:1" } ]
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    const names = template ? containersOf(template, TEMPLATE).map(({ value, path }) => ({ value: value.name, path: `${path}.name` })) : [];
    return [
      ...names.filter(({ value }) => !isDnsLabel(text(value))).map((name) => ({ ...name, message: 'is no DNS label' })),
      ...repeats(names).map((name) => ({ ...name, message: 'is the name of another container' })),
    ];
  },
};
