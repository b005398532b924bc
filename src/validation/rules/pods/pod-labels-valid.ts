import { isLabelKey, isLabelValue } from '../../../core/checks/checks';
import { at, record, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { podLabelsOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const podLabelsValid: Rule = {
  id: 'pod-labels-valid',
  severity: Severity.ERROR,
  summary: 'the labels of the pods and of the selector are labels',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'use at most 63 letters, digits, "-", "_" and ".", with a letter or digit first and last; a key may have a DNS name and "/" before it',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          metadata:
            labels: { version: 1.4.2 (beta) }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          metadata:
            labels: { version: 1.4.2-beta }
    `,
  },
  check: (rollout) => [
    ...Object.entries(templateOf(rollout) ? podLabelsOf(rollout) : {}).map(([key, value]) => ({ key, value, path: `${TEMPLATE}.metadata.labels` })),
    ...Object.entries(record(at(rollout, 'spec', 'selector', 'matchLabels'))).map(([key, value]) => ({ key, value, path: 'spec.selector.matchLabels' })),
  ].filter(({ key, value }) => !isLabelKey(key) || !isLabelValue(text(value)))
    .map(({ key, value, path }) => ({ path: `${path}["${key}"]`, value, message: isLabelKey(key) ? 'is no value of a label' : 'is no key of a label' })),
};
