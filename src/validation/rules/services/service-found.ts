import { ROLLOUT, SERVICE } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { missing } from '../../references';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const serviceFound: Rule = {
  id: 'service-found',
  severity: Severity.WARNING,
  summary: 'each Service that a Rollout names is among the manifests; an error where only some of them are',
  why: 'the controller refuses the Rollout (InvalidSpec) while the Service is missing in the cluster',
  remedy: 'add the Service, or correct its name or namespace',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, previewService: app-preview }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, previewService: app-preview }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-preview }
    `,
  },
  check: (rollout, context) => missing(context, rollout, SERVICE, readRelease(rollout).services.map(({ name, path }) => ({ value: name, path }))),
};
