import { at, given, items, record, text } from '../../../core/read';
import { templatesOf } from '../../../model/analysis/templates';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { countOf, isTemplated } from '../../metrics-of';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const analysisEnds: Rule = {
  id: 'analysis-ends',
  severity: Severity.ERROR,
  summary: 'each metric of an analysis that a release waits for ends: it has a count, or no interval',
  why: 'the controller refuses the Rollout (InvalidSpec): the release would wait for ever',
  remedy: 'give the metric a count, or use the template as background analysis (strategy.canary.analysis)',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: errors } ] } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        metrics: [ { name: rate, interval: 1m, provider: { prometheus: { query: up } } } ]
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
      spec:
        metrics: [ { name: rate, interval: 1m, count: 5, provider: { prometheus: { query: up } } } ]
    `,
  },
  check: (rollout, { set }) => readRelease(rollout).analyses.filter(({ position }) => position !== 'background').flatMap(({ templates, path }) => (
    templatesOf(set, rollout, templates).flatMap((template) => items(record(template.spec).metrics, '')
      .filter((metric) => isEndless(metric.value))
      .map((metric) => ({
        path: `${path}.templates`, message: `metric ${text(metric.value.name)} of template ${text(at(template, 'metadata', 'name'))} never ends`,
      })))
  )),
};

/** One success in a row too many ends it as well. */
function isEndless({ count, interval, consecutiveSuccessLimit }: Record<string, unknown>): boolean {
  const counted = isTemplated(count) || (countOf(count) ?? 0) > 0;
  return text(interval) !== '' && !counted && !given(consecutiveSuccessLimit);
}
