import { at, items, list, repeats } from '../../../core/read';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const metricsPresent: Rule = {
  id: 'metrics-present',
  severity: Severity.ERROR,
  summary: 'an analysis template has at least one metric, or templates that have; names of metrics differ',
  why: 'the analysis ends with an error, and the release is aborted',
  remedy: 'add a metric, each with a name of its own',
  kinds: [ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE],
  example: {
    bad: `
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        metrics: []
    `,
    good: `
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        metrics: [ { name: rate, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: (template) => {
    const metrics = items(at(template, 'spec', 'metrics'), 'spec.metrics');
    if (metrics.length === 0) {
      return list(at(template, 'spec', 'templates')).length > 0 ? [] : [{ path: 'spec.metrics', message: 'there is no metric' }];
    }
    return repeats(metrics.map(({ value, path }) => ({ value: value.name, path: `${path}.name` }))).map((name) => ({ ...name, message: 'is the name of another metric' }));
  },
};
