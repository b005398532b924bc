import { given, record } from '../../../core/read';
import { WITH_METRICS, ofEachMetric } from '../../metrics-of';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const metricOneProvider: Rule = {
  id: 'metric-one-provider',
  severity: Severity.ERROR,
  summary: 'a metric has exactly one provider',
  why: 'the analysis ends with an error, and the release is aborted',
  remedy: 'write one provider, such as prometheus, web or job',
  kinds: WITH_METRICS,
  example: {
    bad: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, provider: {} } ]
    `,
    good: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: ofEachMetric(({ value, path }) => {
    const providers = Object.entries(record(value.provider)).filter(([, provider]) => given(provider)).map(([name]) => name);
    return providers.length === 1 ? [] : [{
      path: `${path}.provider`, message: providers.length === 0 ? 'the metric has no provider' : `the metric has ${providers.length} providers, ${providers.join(' and ')}`,
    }];
  }),
};
