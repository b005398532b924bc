import { text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN, blueGreenOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const blueGreenServicesDiffer: Rule = {
  id: 'blue-green-services-differ',
  severity: Severity.ERROR,
  summary: 'a blue-green Rollout has an active Service, and its preview Service is another one',
  why: 'the controller refuses the Rollout (InvalidSpec): users would reach the new version before it is promoted',
  remedy: 'name two different Services',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, previewService: app }
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
  check: (rollout) => {
    const blueGreen = blueGreenOf(rollout);
    const [active, preview] = [text(blueGreen?.activeService), text(blueGreen?.previewService)];
    if (!blueGreen || (active !== '' && active !== preview)) {
      return [];
    }
    return active === ''
      ? [{ path: `${BLUE_GREEN}.activeService`, message: 'there is no active Service' }]
      : [{ path: `${BLUE_GREEN}.previewService`, value: preview, message: 'is the active Service too' }];
  },
};
