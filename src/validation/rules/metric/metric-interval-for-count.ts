import { text } from '../../../core/read';
import { countOf, ofEachMetric, WITH_METRICS } from '../../metrics-of';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const metricIntervalForCount: Rule = {
  id: 'metric-interval-for-count',
  severity: Severity.ERROR,
  summary: 'a metric that is measured more than once has an interval',
  why: 'the analysis ends with an error, and the release is aborted',
  remedy: 'write an interval such as 1m',
  kinds: WITH_METRICS,
  example: {
    bad: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, count: 3, provider: { prometheus: { query: up } } } ]
    `,
    good: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, count: 3, interval: 1m, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: ofEachMetric(({ value, path }) => (countOf(value.count) ?? 0) > 1 && text(value.interval) === ''
    ? [{ path: `${path}.interval`, message: `is missing, though the metric is measured ${countOf(value.count)} times` }]
    : []),
};
