import { given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf, routingOf } from '../../../model/release/fields';
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
    const { dynamicStableScale, scaleDownDelaySeconds } = canaryOf(rollout) ?? {};
    return routingOf(rollout) && dynamicStableScale === true && given(scaleDownDelaySeconds)
      ? [{ path: `${CANARY}.scaleDownDelaySeconds`, value: scaleDownDelaySeconds, message: 'stands beside dynamicStableScale' }]
      : [];
  },
};
