import { at, given, isRecord, list, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const selectorPresent: Rule = {
  id: 'selector-present',
  severity: Severity.ERROR,
  summary: 'a Rollout selects its pods by at least one label',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write spec.selector.matchLabels with a label of the pods',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        selector: {}
    `,
    good: `
      kind: Rollout
      spec:
        selector:
          matchLabels: { app.kubernetes.io/name: app }
    `,
  },
  check: (rollout) => {
    const selector = at(rollout, 'spec', 'selector');
    if (given(at(rollout, 'spec', 'workloadRef'))) {
      return [];
    }
    if (!isRecord(selector)) {
      return [{ path: 'spec.selector', message: 'the Rollout has no selector' }];
    }
    const count = Object.keys(record(selector.matchLabels)).length + list(selector.matchExpressions).length;
    return count > 0 ? [] : [{ path: 'spec.selector', value: selector, message: 'the selector is empty' }];
  },
};
