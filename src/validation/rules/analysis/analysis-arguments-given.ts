import { at, items, record, text } from '../../../core/read';
import { templatesOf } from '../../../model/analysis/templates';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { hasValue } from '../../references';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const analysisArgumentsGiven: Rule = {
  id: 'analysis-arguments-given',
  severity: Severity.ERROR,
  summary: 'a Rollout gives a value to each argument of its analysis templates that has none of its own',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'add it to args of the analysis, with a value, or give it a default in the template',
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
        args: [ { name: service } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { analysis: { templates: [ { templateName: errors } ], args: [ { name: service, value: app } ] } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        args: [ { name: service } ]
    `,
  },
  check: (rollout, { set }) => readRelease(rollout).analyses.flatMap(({ templates, args, path }) => {
    const passed = new Set(args.map(({ name }) => name));
    const wanted = templatesOf(set, rollout, templates).flatMap((template) => items(record(template.spec).args, '').map((argument) => ({ argument: argument.value, template })));
    const valued = new Set(wanted.filter(({ argument }) => hasValue(argument)).map(({ argument }) => argument.name));
    return wanted.filter(({ argument: { name } }) => !passed.has(name) && !valued.has(name)).map(({ argument, template }) => ({
      path: `${path}.args`, message: `argument ${text(argument.name)} of template ${text(at(template, 'metadata', 'name'))} has no value`,
    }));
  }),
};
