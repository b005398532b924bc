import { POD_TEMPLATE_HASH_LABEL } from '../../../core/labels';
import { at, namespaceOf, record, shown } from '../../../core/read';
import { ROLLOUT, SERVICE } from '../../../model/manifests/kinds';
import { podLabelsOf, templateOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const serviceSelectsPods: Rule = {
  id: 'service-selects-pods',
  severity: Severity.ERROR,
  summary: 'the Services of a Rollout select by labels that its pods have',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'give the pod template the label, or take it out of the selector of the Service',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app }
      ---
      kind: Service
      metadata: { name: app }
      spec:
        selector: { tier: front }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app }
      ---
      kind: Service
      metadata: { name: app }
      spec:
        selector: { app.kubernetes.io/name: app }
    `,
  },
  check: (rollout, { set }) => {
    const labels = podLabelsOf(rollout);
    return (templateOf(rollout) ? readRelease(rollout).services : []).flatMap(({ name, path }) => {
      const service = set.find(SERVICE, name, namespaceOf(rollout));
      return Object.entries(record(at(service, 'spec', 'selector')))
        .filter(([key, label]) => key !== POD_TEMPLATE_HASH_LABEL && labels[key] !== label)
        .map(([key, label]) => ({ path, value: name, message: `Service ${name} selects by a label that the pods lack, ${key}: ${shown(label)}` }));
    });
  },
};
