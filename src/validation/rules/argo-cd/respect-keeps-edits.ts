import { at, items, list } from '../../../core/read';
import { APPLICATION } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const OPTION = 'RespectIgnoreDifferences=true';

export const respectKeepsEdits: Rule = {
  id: 'respect-keeps-edits',
  severity: Severity.WARNING,
  summary: 'an Application that ignores weights of VirtualServices does not set RespectIgnoreDifferences=true',
  why: 'Argo CD keeps the list of routes as it is in the cluster: an edit of a timeout or a path in Git never arrives',
  remedy: 'take the option out and set ApplyOutOfSyncOnly=true, or keep the weighted route in a VirtualService that nobody edits',
  reference: 'argoproj/argo-cd#9678',
  kinds: [APPLICATION],
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
  check: (application) => {
    const options = list(at(application, 'spec', 'syncPolicy', 'syncOptions'));
    const weights = items(at(application, 'spec', 'ignoreDifferences'), '').some(({ value }) => value.kind === 'VirtualService');
    return weights && options.includes(OPTION)
      ? [{ path: `spec.syncPolicy.syncOptions[${options.indexOf(OPTION)}]`, value: OPTION, message: 'freezes the routes of the VirtualServices' }]
      : [];
  },
};
