import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { blueGreenIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const oldPodsGo: Rule = {
  id: 'old-pods-go',
  severity: Severity.WARNING,
  summary: 'scaleDownDelaySeconds of a blue-green Rollout is not 0',
  why: 'for the controller 0 means never: the pods of every old version stay for ever',
  remedy: 'write at least 1; 30 gives the network time to learn of the switch',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, scaleDownDelaySeconds: 0 }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, scaleDownDelaySeconds: 30 }
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (rollout) => blueGreenIn(readRelease(rollout))?.scaleDownDelaySeconds === 0
    ? [{ path: `${BLUE_GREEN}.scaleDownDelaySeconds`, value: 0, message: 'keeps the pods of every old version for ever' }]
    : [],
};
