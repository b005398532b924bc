import { items, text } from '../../../core/read';
import { findTemplate } from '../../../model/analysis/find-template';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, ROLLOUT } from '../../../model/manifests/kinds';
import { analysesOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const analysisTemplateFound: Rule = {
  id: 'analysis-template-found',
  severity: Severity.WARNING,
  summary: 'each analysis template that a Rollout names is among the manifests, in the scope that is named',
  why: 'the controller refuses the Rollout (InvalidSpec) while the template is missing in the cluster',
  remedy: 'add the template, correct its name, or set clusterScope: true for a ClusterAnalysisTemplate',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: errors } ] } } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: errors } ] } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
    `,
  },
  check: (rollout, context) => {
    const complete = context.set.ofKind(ANALYSIS_TEMPLATE).length + context.set.ofKind(CLUSTER_ANALYSIS_TEMPLATE).length > 0;
    return analysesOf(rollout)
      .flatMap(({ value, path }) => items(value.templates, `${path}.templates`))
      .filter(({ value }) => !findTemplate(context.set, rollout, value))
      .map(({ value, path }) => ({
        path: `${path}.templateName`,
        value: value.templateName,
        message: `${value.clusterScope === true ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate'} ${text(value.templateName)} is not among the manifests`,
        ...complete && value.clusterScope !== true && { severity: Severity.ERROR },
      }));
  },
};
