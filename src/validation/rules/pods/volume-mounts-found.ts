import { ROLLOUT } from '../../kinds';
import { at, items } from '../../read';
import { containersOf, TEMPLATE, templateOf } from '../../rollout-fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const volumeMountsFound: Rule = {
  id: 'volume-mounts-found',
  severity: Severity.ERROR,
  summary: 'each volume that a container mounts is among the volumes of the pods',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'add the volume to spec.template.spec.volumes, or correct its name',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - { name: app, image: "registry.example.com/app:1", volumeMounts: [ { name: data, mountPath: /data } ] }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            volumes: [ { name: data, emptyDir: {} } ]
            containers:
              - { name: app, image: "registry.example.com/app:1", volumeMounts: [ { name: data, mountPath: /data } ] }
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    const volumes = new Set(items(at(template, 'spec', 'volumes'), '').map(({ value }) => value.name));
    return (template ? containersOf(template, TEMPLATE) : [])
      .flatMap(({ value, path }) => items(value.volumeMounts, `${path}.volumeMounts`))
      .filter(({ value }) => !volumes.has(value.name))
      .map(({ value, path }) => ({ path: `${path}.name`, value: value.name, message: 'is none of the volumes of the pods' }));
  },
};
