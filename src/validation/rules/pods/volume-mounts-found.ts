import { isDnsLabel } from '../../../core/checks/checks';
import { at, items, repeats, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const volumeMountsFound: Rule = {
  id: 'volume-mounts-found',
  severity: Severity.ERROR,
  summary: 'each volume that a container mounts is among the volumes of the pods, and has a place of its own',
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
    const named = items(at(template, 'spec', 'volumes'), `${TEMPLATE}.spec.volumes`).map(({ value, path }) => ({ value: value.name, path: `${path}.name` }));
    const volumes = new Set(named.map(({ value }) => value));
    const wrong = [
      ...named.filter(({ value }) => !isDnsLabel(text(value))).map((name) => ({ ...name, message: 'is no DNS label' })),
      ...repeats(named).map((name) => ({ ...name, message: 'is the name of another volume' })),
    ];
    return [...template ? wrong : [], ...(template ? containersOf(template, TEMPLATE) : []).flatMap(({ value, path }) => {
      const mounts = items(value.volumeMounts, `${path}.volumeMounts`);
      const places = mounts.map((mount) => ({ value: mount.value.mountPath, path: `${mount.path}.mountPath` }));
      return [
        ...mounts.filter((mount) => !volumes.has(mount.value.name)).map((mount) => ({ path: `${mount.path}.name`, value: mount.value.name, message: 'is none of the volumes of the pods' })),
        ...repeats(places).map((place) => ({ ...place, message: 'is the place of another volume' })),
      ];
    })];
  },
};
