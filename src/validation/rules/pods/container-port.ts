import { items, repeats, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const containerPort: Rule = {
  id: 'container-port',
  severity: Severity.ERROR,
  summary: 'the ports of a container lie between 1 and 65535, and their names differ',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write a port from 1 to 65535, and another name for each',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - { name: app, image: "registry.example.com/app:1", ports: [ { containerPort: 70000 } ] }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - { name: app, image: "registry.example.com/app:1", ports: [ { containerPort: 7000 } ] }
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    return (template ? containersOf(template, TEMPLATE) : []).flatMap((container) => {
      const ports = items(container.value.ports, `${container.path}.ports`);
      const names = ports.map(({ value, path }) => ({ value: value.name, path: `${path}.name` })).filter(({ value }) => text(value) !== '');
      const numbers = ports.map(({ value, path }) => ({ value: value.containerPort, path: `${path}.containerPort` }));
      return [
        ...numbers.filter(({ value }) => typeof value === 'number' && !(value >= 1 && value <= 65535)).map((port) => ({ ...port, message: 'is not from 1 to 65535' })),
        ...repeats(names).map((name) => ({ ...name, message: 'is the name of another port' })),
      ];
    });
  },
};
