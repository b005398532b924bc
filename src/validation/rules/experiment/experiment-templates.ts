import { at, items, repeats, text } from '../../../core/read';
import { EXPERIMENT } from '../../../model/manifests/kinds';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const experimentTemplates: Rule = {
  id: 'experiment-templates',
  severity: Severity.ERROR,
  summary: 'an Experiment has templates with names of their own, and either a duration or an analysis that ends it',
  why: 'the controller refuses the Experiment',
  remedy: 'give each template another name',
  stricterBecause: 'nothing judges an Experiment before it runs',
  kinds: [EXPERIMENT],
  example: {
    bad: `
      kind: Experiment
      spec:
        templates: [ { name: one }, { name: one } ]
    `,
    good: `
      kind: Experiment
      spec:
        templates: [ { name: one }, { name: two } ]
    `,
  },
  check: (experiment): Violation[] => {
    const templates = items(at(experiment, 'spec', 'templates'), 'spec.templates');
    const names = templates.map(({ value, path }) => ({ value: value.name, path: `${path}.name` }));
    return [
      ...templates.length === 0 ? [{ path: 'spec.templates', message: 'there is no template' }] : [],
      ...repeats(names.filter(({ value }) => text(value) !== '')).map((name) => ({ ...name, message: 'is the name of another template' })),
    ];
  },
};
