import { isWithin } from '../../../core/argo-rollouts-version';
import { countOf, ofEachMetric, WITH_METRICS } from '../../metrics-of';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const LIMITS = ['failureLimit', 'consecutiveSuccessLimit', 'inconclusiveLimit', 'consecutiveErrorLimit'];

export const metricLimits: Rule = {
  id: 'metric-limits',
  severity: Severity.ERROR,
  summary: 'the limits of a metric are 0 or more (failureLimit also -1), not both failureLimit and consecutiveSuccessLimit are off, and count is at least as large as they ask',
  why: 'the analysis ends with an error, and the release is aborted',
  remedy: 'raise count, or lower the limits: count is at least failureLimit + consecutiveSuccessLimit, and at least inconclusiveLimit',
  kinds: WITH_METRICS,
  example: {
    bad: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, count: 2, interval: 1m, failureLimit: 3, provider: { prometheus: { query: up } } } ]
    `,
    good: `
      kind: AnalysisTemplate
      spec:
        metrics: [ { name: rate, count: 4, interval: 1m, failureLimit: 3, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: ofEachMetric(({ value, path }, { argoRolloutsVersion }) => {
    const limit = (field: string) => countOf(value[field]) ?? 0;
    // Since 1.8, -1 switches the limit off.
    const least = (field: string) => field === 'failureLimit' && isWithin(argoRolloutsVersion, '>=1.8') ? -1 : 0;
    const low = LIMITS.filter((field) => limit(field) < least(field))
      .map((field): Violation => ({ path: `${path}.${field}`, value: value[field], message: `is below ${least(field)}` }));
    if (low.length > 0) {
      return low;
    }
    const [count, failure, success, inconclusive] = ['count', 'failureLimit', 'consecutiveSuccessLimit', 'inconclusiveLimit'].map(limit);
    if (failure === -1 && success === 0) {
      return [{ path: `${path}.failureLimit`, value: value.failureLimit, message: 'is off, and consecutiveSuccessLimit too' }];
    }
    const needed = Math.max(success + Math.max(failure, 0), inconclusive);
    return count > 0 && count < needed ? [{ path: `${path}.count`, value: value.count, message: `is less than the limits ask for, ${needed}` }] : [];
  }),
};
