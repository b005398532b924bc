import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { blueGreenIn } from '../../../model/release/release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const autoPromotionSecondsUsed: Rule = {
  id: 'auto-promotion-seconds-used',
  severity: Severity.WARNING,
  summary: 'autoPromotionSeconds stands only where promotion is automatic',
  why: 'the controller ignores it and waits for a person, for ever',
  remedy: 'take autoPromotionSeconds out to have a person promote, or autoPromotionEnabled: false to promote after that time',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, autoPromotionEnabled: false, autoPromotionSeconds: 60 }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, autoPromotionSeconds: 60 }
      ---
      kind: Service
      metadata: { name: app }
    `,
  },
  check: (rollout) => {
    const { autoPromotionEnabled, autoPromotionSeconds = 0 } = blueGreenIn(readRelease(rollout)) ?? {};
    return autoPromotionEnabled === false && autoPromotionSeconds > 0
      ? [{ path: `${BLUE_GREEN}.autoPromotionSeconds`, value: autoPromotionSeconds, message: 'does nothing, as autoPromotionEnabled is false' }]
      : [];
  },
};
