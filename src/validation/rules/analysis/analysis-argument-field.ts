import { at, items, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { analysesOf, stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELD = /^metadata\.(name|namespace|uid|labels|annotations)$|^metadata\.(labels|annotations)\['[^']+'\]$/;

export const analysisArgumentField: Rule = {
  id: 'analysis-argument-field',
  severity: Severity.ERROR,
  summary: 'a fieldRef under metadata names a field that the downward API knows',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write metadata.name, metadata.namespace, metadata.uid, metadata.labels[\'KEY\'] or metadata.annotations[\'KEY\']',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps:
              - analysis:
                  templates: [ { templateName: errors } ]
                  args: [ { name: app, valueFrom: { fieldRef: { fieldPath: metadata.generation } } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        args: [ { name: app } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps:
              - analysis:
                  templates: [ { templateName: errors } ]
                  args: [ { name: app, valueFrom: { fieldRef: { fieldPath: metadata.name } } } ]
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
      spec:
        args: [ { name: app } ]
    `,
  },
  check: (rollout) => {
    const inSteps = analysesOf(rollout).filter(({ path }) => path.includes('.steps['));
    const inExperiments = stepsOf(rollout).flatMap(({ value, path }) => items(at(value, 'experiment', 'analyses'), `${path}.experiment.analyses`));
    return [...inSteps, ...inExperiments]
      .flatMap(({ value, path }) => items(value.args, `${path}.args`))
      .map(({ value, path }) => ({ value: at(value, 'valueFrom', 'fieldRef', 'fieldPath'), path: `${path}.valueFrom.fieldRef.fieldPath` }))
      .filter(({ value }) => text(value).startsWith('metadata') && !FIELD.test(value))
      .map((field) => ({ ...field, message: 'is no field that can be referred to' }));
  },
};
