import { at, given, items, repeats, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { analysesOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const analysisArgumentOnce: Rule = {
  id: 'analysis-argument-once',
  severity: Severity.WARNING,
  summary: 'an analysis passes each argument once, and each with a value',
  why: 'of two values one wins silently, and an argument without a value resolves to nothing: the query asks for something else',
  remedy: 'pass each argument once, with value or valueFrom',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps:
              [
                {
                    analysis:
                      {
                        templates: [ { templateName: errors } ],
                        args: [ { name: service, value: app }, { name: service, value: other } ]
                      }
                  }
              ]
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
  check: (rollout) => analysesOf(rollout).flatMap(({ value, path }) => {
    const passed = items(value.args, `${path}.args`);
    return [
      ...repeats(passed.map((argument) => ({ value: argument.value.name, path: `${argument.path}.name` })))
        .map((name) => ({ ...name, message: `argument ${text(name.value)} is passed twice` })),
      ...passed.filter((argument) => !given(at(argument.value, 'value')) && !given(at(argument.value, 'valueFrom')))
        .map((argument) => ({ path: argument.path, value: argument.value, message: `argument ${text(argument.value.name)} is passed without a value` })),
    ];
  }),
};
