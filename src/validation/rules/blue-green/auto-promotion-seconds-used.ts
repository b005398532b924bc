import { ROLLOUT } from '../../../model/manifests/kinds';
import { BLUE_GREEN, blueGreenOf } from '../../../model/release/fields';
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
    const { autoPromotionEnabled, autoPromotionSeconds } = blueGreenOf(rollout) ?? {};
    return autoPromotionEnabled === false && typeof autoPromotionSeconds === 'number' && autoPromotionSeconds > 0
      ? [{ path: `${BLUE_GREEN}.autoPromotionSeconds`, value: autoPromotionSeconds, message: 'does nothing, as autoPromotionEnabled is false' }]
      : [];
  },
};
