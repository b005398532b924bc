import { text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const containerImage: Rule = {
  id: 'container-image',
  severity: Severity.ERROR,
  summary: 'each container of the pods has an image',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write the image, without blanks around it',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [ { name: app } ]
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
    return (template ? containersOf(template, TEMPLATE) : [])
      .filter(({ value: { image } }) => text(image) === '' || text(image).trim() !== image)
      .map(({ value: { image }, path }) => ({ path: `${path}.image`, value: image, message: text(image) === '' ? 'is missing' : 'has blanks around it' }));
  },
};
