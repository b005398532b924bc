import { at, given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const restartPolicy: Rule = {
  id: 'restart-policy',
  severity: Severity.ERROR,
  summary: 'the pods of a Rollout restart always',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'leave restartPolicy out, or write Always',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            restartPolicy: Never
            containers: [ { name: app, image: "registry.example.com/app:1" } ]
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            restartPolicy: Always
            containers: [ { name: app, image: "registry.example.com/app:1" } ]
    `,
  },
  check: (rollout) => {
    const policy = at(templateOf(rollout), 'spec', 'restartPolicy');
    return !given(policy) || policy === 'Always' || policy === '' ? [] : [{ path: `${TEMPLATE}.spec.restartPolicy`, value: policy, message: 'is not Always' }];
  },
};
