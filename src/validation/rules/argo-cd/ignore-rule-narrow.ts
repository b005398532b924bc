import { at, items, list, text } from '../../../core/read';
import { APPLICATION, APPLICATION_SET } from '../../../model/manifests/kinds';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const ignoreRuleNarrow: Rule = {
  id: 'ignore-rule-narrow',
  severity: Severity.WARNING,
  summary: 'ignore rules for VirtualServices name routes, not indexes, and do not free the whole list by managedFieldsManagers',
  why: 'the controller puts managed routes in front, so an index hides another route; and after the first release the manager owns all of http, so that edits in Git are no longer seen',
  remedy: 'write .spec.http[]? | select(.name == "ROUTE") | .route[]?.weight in jqPathExpressions',
  reference: 'argoproj/argo-rollouts#3854',
  kinds: [APPLICATION, APPLICATION_SET],
  example: {
    bad: `
      kind: Application
      spec:
        ignoreDifferences:
          - { group: networking.istio.io, kind: VirtualService, jsonPointers: [ /spec/http/0/route/0/weight ] }
    `,
    good: `
      kind: Application
      spec:
        ignoreDifferences:
          - {
              group: networking.istio.io,
              kind: VirtualService,
              jqPathExpressions: [ ".spec.http[]? | select(.name == \\"main\\") | .route[]?.weight" ]
            }
    `,
  },
  check: (application) => {
    const [spec, path] = application.kind === APPLICATION_SET.kind
      ? [at(application, 'spec', 'template', 'spec'), 'spec.template.spec'] : [at(application, 'spec'), 'spec'];
    return items(at(spec, 'ignoreDifferences'), `${path}.ignoreDifferences`).filter(({ value }) => value.kind === 'VirtualService').flatMap((rule): Violation[] => [
      ...list(rule.value.jsonPointers).map((value, index) => ({ path: `${rule.path}.jsonPointers[${index}]`, value }))
        .filter(({ value }) => /^\/spec\/(http|tls|tcp)(\/\d|$)/.test(text(value))).map((pointer) => ({ ...pointer, message: 'names a route by its index, or all of them' })),
      ...list(rule.value.jqPathExpressions).map((value, index) => ({ path: `${rule.path}.jqPathExpressions[${index}]`, value }))
        .filter(({ value }) => /\.(http|tls|tcp)\[\d+\]/.test(text(value))).map((expression) => ({ ...expression, message: 'names a route by its index' })),
      ...list(rule.value.managedFieldsManagers).length > 0 ? [{ path: `${rule.path}.managedFieldsManagers`, value: rule.value.managedFieldsManagers, message: 'frees the whole list of routes' }] : [],
    ]);
  },
};
