import { given, items, list, record, repeats, text } from '../../../core/read';
import { templatesOf } from '../../../model/analysis/templates';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { analysesOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const analysisTemplatesAgree: Rule = {
  id: 'analysis-templates-agree',
  severity: Severity.ERROR,
  summary: 'the templates of one analysis have metrics, dryRun and measurementRetention entries of different names, and no argument with two values',
  why: 'the controller merges the templates of an analysis, and refuses the Rollout (InvalidSpec)',
  remedy: 'rename one of the two, or use one template',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: one }, { templateName: two } ] } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: one }
      ---
      kind: AnalysisTemplate
      metadata: { name: two }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: one } ] } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: one }
    `,
  },
  check: (rollout, { set }) => analysesOf(rollout).flatMap(({ value, path }) => {
    const templates = readRelease(rollout).analyses.find((analysis) => analysis.path === path)?.templates ?? [];
    const specs = templatesOf(set, rollout, templates).map((template) => record(template.spec));
    const names = (key: string, field: string, more: unknown[] = []) => (
      repeats([...more, ...specs.flatMap((spec) => list(spec[key]))].map((entry) => ({ value: record(entry)[field], path: key })))
    );
    const entries = analysisEntries(value);
    const values = new Map<string, unknown>();
    const conflicts = specs.flatMap((spec) => items(spec.args, '')).filter(({ value: { name, value: own } }) => {
      const before = values.get(name);
      values.set(name, before ?? own);
      return given(before) && given(own) && before !== own;
    });
    return [
      ...names('metrics', 'name').map((entry) => `two metrics are named ${text(entry.value)}`),
      ...names('dryRun', 'metricName', entries.dryRun).map((entry) => `two dryRun entries are for ${text(entry.value)}`),
      ...names('measurementRetention', 'metricName', entries.retention).map((entry) => `two measurementRetention entries are for ${text(entry.value)}`),
      ...conflicts.map((entry) => `argument ${text(entry.value.name)} has two values`),
    ].map((message) => ({ path: `${path}.templates`, message }));
  }),
};

/** What the analysis itself adds to those of the templates. */
function analysisEntries(analysis: unknown): { dryRun: unknown[]; retention: unknown[] } {
  const { dryRun, measurementRetention } = record(analysis);
  return { dryRun: list(dryRun), retention: list(measurementRetention) };
}
