import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const dynamicScaleWithoutDelay: Rule = {
  id: 'dynamic-scale-without-delay',
  severity: Severity.ERROR,
  summary: 'dynamicStableScale stands without scaleDownDelaySeconds',
  why: 'the controller refuses the Rollout (InvalidSpec): the old pods go as their traffic goes',
  remedy: 'take one of the two out',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            dynamicStableScale: true
            scaleDownDelaySeconds: 60
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            dynamicStableScale: true
            trafficRouting:
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => {
    const canary = canaryIn(readRelease(rollout));
    return canary?.isRouted && canary.dynamicStableScale && canary.scaleDownDelaySeconds !== undefined
      ? [{ path: `${CANARY}.scaleDownDelaySeconds`, value: canary.scaleDownDelaySeconds, message: 'stands beside dynamicStableScale' }]
      : [];
  },
};
