import { at, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, podLabelsOf, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = [[CANARY, 'canaryMetadata'], [CANARY, 'stableMetadata'], [BLUE_GREEN, 'activeMetadata'], [BLUE_GREEN, 'previewMetadata']];

export const metadataKeepsLabels: Rule = {
  id: 'metadata-keeps-labels',
  severity: Severity.WARNING,
  summary: 'metadata for the time of a release brings labels that the pod template does not have',
  why: 'when the role of the pods changes the controller takes the label away, that of the template too',
  remedy: 'use another key, or take the label out of the pod template',
  reference: 'argoproj/argo-rollouts#2916',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            canaryMetadata: { labels: { role: canary } }
        template:
          metadata:
            labels: { role: web }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            canaryMetadata: { labels: { role: canary } }
    `,
  },
  check: (rollout) => {
    const labels = templateOf(rollout) ? podLabelsOf(rollout) : {};
    const strategies: Record<string, unknown> = { [CANARY]: canaryOf(rollout), [BLUE_GREEN]: blueGreenOf(rollout) };
    return FIELDS.flatMap(([strategy, field]) => Object.keys(record(at(strategies[strategy], field, 'labels')))
      .filter((key) => key in labels)
      .map((key) => ({ path: `${strategy}.${field}.labels["${key}"]`, value: at(strategies[strategy], field, 'labels', key), message: 'is a label of the pod template too' })));
  },
};
