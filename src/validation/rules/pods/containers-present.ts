import { at, list } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const containersPresent: Rule = {
  id: 'containers-present',
  severity: Severity.ERROR,
  summary: 'a Rollout has pods with a container, by its template or by workloadRef',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write a container into spec.template.spec.containers',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: []
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers: [ { name: app, image: registry.example.com/app:1 } ]
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    const missing = template ? list(at(template, 'spec', 'containers')).length === 0 : !at(rollout, 'spec', 'workloadRef');
    return missing ? [{ path: `${TEMPLATE}.spec.containers`, message: 'the pods have no container' }] : [];
  },
};
