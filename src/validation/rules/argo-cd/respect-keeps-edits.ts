import { readApplication, syncOption } from '../../../model/gitops/application';
import { APPLICATION, APPLICATION_SET, INGRESS } from '../../../model/manifests/kinds';
import { ROUTING_KINDS } from '../../../model/routing/routes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const OPTION = 'RespectIgnoreDifferences=true';

/** Argo CD merges lists of custom resources as a whole. */
const CUSTOM_KINDS = ROUTING_KINDS.filter(({ kind }) => kind !== INGRESS.kind);

export const respectKeepsEdits: Rule = {
  id: 'respect-keeps-edits',
  severity: Severity.WARNING,
  summary: 'an Application that ignores weights of routes does not set RespectIgnoreDifferences=true',
  why: 'Argo CD keeps the list of routes as it is in the cluster: an edit of a timeout or a path in Git never arrives',
  remedy: 'take the option out and set ApplyOutOfSyncOnly=true, or keep the weighted route in an object that nobody edits',
  reference: 'argoproj/argo-cd#9678',
  kinds: [APPLICATION, APPLICATION_SET],
  example: {
    bad: `
      kind: Application
      spec:
        syncPolicy: { syncOptions: [ RespectIgnoreDifferences=true ] }
        ignoreDifferences:
          - { group: networking.istio.io, kind: VirtualService, jqPathExpressions: [ ".spec.http[]?.route[]?.weight" ] }
    `,
    good: `
      kind: Application
      spec:
        syncPolicy: { syncOptions: [ ApplyOutOfSyncOnly=true ] }
        ignoreDifferences:
          - { group: networking.istio.io, kind: VirtualService, jqPathExpressions: [ ".spec.http[]?.route[]?.weight" ] }
    `,
  },
  check: (object) => {
    const application = readApplication(object);
    const option = syncOption(application, OPTION);
    const frozen = CUSTOM_KINDS.find(({ kind }) => application.ignoreRules.some((rule) => rule.kind === kind));
    return option && frozen ? [{ ...option, message: `freezes the routes of the ${frozen.kind}s` }] : [];
  },
};
