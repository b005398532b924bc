import { at, record, text } from '../../../core/read';
import { DISRUPTION_BUDGET } from '../../../model/manifests/kinds';
import { near } from '../../../model/manifests/set-index';
import { podLabelsOf } from '../../../model/release/fields';
import { ROLLOUTS_NEAR } from '../../../model/release/rollout-indexes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const disruptionBudgetAbsolute: Rule = {
  id: 'disruption-budget-absolute',
  severity: Severity.ADVICE,
  summary: 'a disruption budget over the pods of a Rollout counts pods, not percent',
  why: 'it covers both versions: percent of twice the pods let too many of the production ones go, or block the draining of nodes',
  remedy: 'write a number of pods, best as maxUnavailable',
  reference: 'argoproj/argo-rollouts#2119',
  kinds: [DISRUPTION_BUDGET],
  example: {
    bad: `
      kind: PodDisruptionBudget
      spec:
        minAvailable: 80%
        selector:
          matchLabels: { app.kubernetes.io/name: app }
      ---
      kind: Rollout
    `,
    good: `
      kind: PodDisruptionBudget
      spec:
        maxUnavailable: 1
        selector:
          matchLabels: { app.kubernetes.io/name: app }
      ---
      kind: Rollout
    `,
  },
  check: (budget, { set }) => {
    const selected = Object.entries(record(at(budget, 'spec', 'selector', 'matchLabels')));
    const percent = ['minAvailable', 'maxUnavailable'].filter((field) => text(at(budget, 'spec', field)).endsWith('%'));
    const rollouts = percent.length > 0 && selected.length > 0 ? ROLLOUTS_NEAR.find(set, near(budget, '')) : [];
    const covers = rollouts.some((rollout) => selected.every(([key, value]) => podLabelsOf(rollout)[key] === value));
    return covers ? percent.map((field) => ({ path: `spec.${field}`, value: at(budget, 'spec', field), message: 'is a share of the pods of all versions' })) : [];
  },
};
