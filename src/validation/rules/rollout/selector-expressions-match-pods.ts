import { at, items, list } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { podLabelsOf, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

export const selectorExpressionsMatchPods: Rule = {
  id: 'selector-expressions-match-pods',
  severity: Severity.ERROR,
  summary: 'the expressions of a selector are well formed and hold for the labels of the pods',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write expressions that hold for the labels of the pod template, or use matchLabels',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        selector:
          matchExpressions: [ { key: tier, operator: Exists } ]
    `,
    good: `
      kind: Rollout
      spec:
        selector:
          matchExpressions: [ { key: app.kubernetes.io/name, operator: In, values: [ app ] } ]
    `,
  },
  check: (rollout) => {
    const labels = podLabelsOf(rollout);
    const expressions = items(at(rollout, 'spec', 'selector', 'matchExpressions'), 'spec.selector.matchExpressions');
    return expressions.flatMap(({ value, path }) => {
      const values = list(value.values);
      const wantsValues = value.operator === 'In' || value.operator === 'NotIn';
      if (!OPERATORS.includes(value.operator)) {
        return [{ path: `${path}.operator`, value: value.operator, message: `is none of ${OPERATORS.join(', ')}` }];
      }
      if (wantsValues !== (values.length > 0)) {
        return [{ path: `${path}.values`, value: value.values, message: wantsValues ? 'is needed by the operator' : 'is not for this operator' }];
      }
      const label = labels[value.key];
      const holds = { In: values.includes(label), NotIn: !values.includes(label), Exists: label !== undefined, DoesNotExist: label === undefined };
      return !templateOf(rollout) || holds[value.operator as keyof typeof holds] ? [] : [{ path, value, message: 'does not hold for the pods' }];
    });
  },
};
