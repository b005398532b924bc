import { at, isRecord, namespaceOf, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const workloadFound: Rule = {
  id: 'workload-found',
  severity: Severity.WARNING,
  summary: 'the workload whose template a Rollout takes is among the manifests',
  why: 'where it is missing in the cluster too, the controller refuses the Rollout (InvalidSpec)',
  remedy: 'check its name, kind and namespace; ignore this rule where the workload is kept elsewhere',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
      ---
      kind: Deployment
      metadata: { name: store }
    `,
    good: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
      ---
      kind: Deployment
      metadata: { name: shop }
    `,
  },
  check: (rollout, { set }) => {
    const reference = at(rollout, 'spec', 'workloadRef');
    if (!isRecord(reference)) {
      return [];
    }
    const [group] = text(reference.apiVersion).split('/');
    const kind = { group: text(reference.apiVersion).includes('/') ? group : '', kind: text(reference.kind) };
    return set.find(kind, text(reference.name), namespaceOf(rollout)) ? [] : [{
      path: 'spec.workloadRef.name', value: reference.name, message: `${kind.kind} ${text(reference.name)} is not among the manifests`,
    }];
  },
};
