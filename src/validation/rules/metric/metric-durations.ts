import { isGoDuration } from '../../../core/parse-duration';
import { given } from '../../../core/read';
import { isTemplated, ofEachMetric, WITH_METRICS } from '../../metrics-of';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const metricDurations: Rule = {
  id: 'metric-durations',
  severity: Severity.ERROR,
  summary: 'interval and initialDelay of a metric are durations',
  why: 'the analysis ends with an error, and the release is aborted',
  remedy: 'write digits with units, such as 30s, 5m or 1h30m',
  kinds: WITH_METRICS,
  example: {
    bad: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, interval: 5 minutes, count: 3, provider: { prometheus: { query: up } } } ]
    `,
    good: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, interval: 5m, count: 3, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: ofEachMetric(({ value, path }) => ['interval', 'initialDelay']
    .filter((field) => given(value[field]) && value[field] !== '' && !isTemplated(value[field]) && !isGoDuration(value[field]))
    .map((field) => ({ path: `${path}.${field}`, value: value[field], message: 'is no duration' }))),
};
