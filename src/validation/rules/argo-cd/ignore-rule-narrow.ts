import { text } from '../../../core/read';
import { readApplication } from '../../../model/gitops/application';
import { APPLICATION, APPLICATION_SET, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
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
  check: (object) => readApplication(object).ignoreRules.filter(({ kind }) => kind === VIRTUAL_SERVICE.kind).flatMap((rule): Violation[] => [
    ...rule.jsonPointers.filter(({ value }) => /^\/spec\/(http|tls|tcp)(\/\d|$)/.test(text(value)))
      .map((pointer) => ({ ...pointer, message: 'names a route by its index, or all of them' })),
    ...rule.jqPathExpressions.filter(({ value }) => /\.(http|tls|tcp)\[\d+\]/.test(text(value)))
      .map((expression) => ({ ...expression, message: 'names a route by its index' })),
    ...rule.managedFieldsManagers.length > 0
      ? [{ path: `${rule.path}.managedFieldsManagers`, value: rule.managedFieldsManagers, message: 'frees the whole list of routes' }] : [],
  ]),
};
