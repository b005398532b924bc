import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { blueGreenIn } from '../../../model/release/release';
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
    const blueGreen = blueGreenIn(readRelease(rollout));
    if (!blueGreen || (blueGreen.activeService !== '' && blueGreen.activeService !== blueGreen.previewService)) {
      return [];
    }
    return blueGreen.activeService === ''
      ? [{ path: `${BLUE_GREEN}.activeService`, message: 'there is no active Service' }]
      : [{ path: `${BLUE_GREEN}.previewService`, value: blueGreen.previewService, message: 'is the active Service too' }];
  },
};
