import { at, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { podLabelsOf, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const selectorMatchesPods: Rule = {
  id: 'selector-matches-pods',
  severity: Severity.ERROR,
  summary: 'the selector of a Rollout matches the labels of its pods',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'give the pod template the label, or take it out of the selector of a Rollout that is not in the cluster yet: it cannot be changed later',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        selector:
          matchLabels: { app: shop }
        template:
          metadata:
            labels: { app: store }
    `,
    good: `
      kind: Rollout
      spec:
        selector:
          matchLabels: { app: shop }
        template:
          metadata:
            labels: { app: shop, team: blue }
    `,
  },
  check: (rollout) => {
    const labels = podLabelsOf(rollout);
    const selected = templateOf(rollout) ? Object.entries(record(at(rollout, 'spec', 'selector', 'matchLabels'))) : [];
    return selected.filter(([key, value]) => labels[key] !== value).map(([key, value]) => ({
      path: `spec.selector.matchLabels["${key}"]`, value, message: 'the pods lack the label',
    }));
  },
};
