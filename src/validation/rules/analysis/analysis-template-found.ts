import { findTemplate } from '../../../model/analysis/find-template';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
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
  check: (rollout, { set }) => {
    const complete = set.ofKind(ANALYSIS_TEMPLATE).length + set.ofKind(CLUSTER_ANALYSIS_TEMPLATE).length > 0;
    return readRelease(rollout).analyses.flatMap(({ templates }) => templates)
      .filter(({ name, clusterScope }) => !findTemplate(set, rollout, { templateName: name, clusterScope }))
      .map(({ name, clusterScope, path }) => ({
        path,
        value: name || undefined,
        message: `${clusterScope ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate'} ${name} is not among the manifests`,
        ...complete && !clusterScope && { severity: Severity.ERROR },
      }));
  },
};
