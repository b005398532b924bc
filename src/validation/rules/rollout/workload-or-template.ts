import { at, given, list, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const workloadOrTemplate: Rule = {
  id: 'workload-or-template',
  severity: Severity.ERROR,
  summary: 'a Rollout has a pod template of its own or takes that of a workload, not both',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'take spec.template or spec.workloadRef out',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app }
        template:
          metadata:
            labels: { app.kubernetes.io/name: app }
      ---
      kind: Deployment
    `,
    good: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app }
      ---
      kind: Deployment
    `,
  },
  check: (rollout) => {
    const template = record(at(rollout, 'spec', 'template'));
    const filled = Object.keys(record(template.metadata)).some((key) => key !== 'creationTimestamp') || list(at(template, 'spec', 'containers')).length > 0;
    return given(at(rollout, 'spec', 'workloadRef')) && filled
      ? [{ path: 'spec.template', message: 'stands beside workloadRef' }]
      : [];
  },
};
