import { Manifest } from '../../../core/manifest';
import { isRecord, text } from '../../../core/read';
import { blueGreenOf } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const activeServiceChanged: Hazard = {
  id: 'active-service-changed',
  severity: Severity.ERROR,
  summary: 'the active Service of a blue-green Rollout is another one',
  why: 'it has no pod hash yet: it leads to pods of every version, and the controller then switches it to the new version without a pause or an analysis',
  remedy: 'change it without a new version, while no release is under way',
  ofRollout: ({ old, now, release }) => {
    const [before, after] = [old && blueGreenOf(old.manifest), now && blueGreenOf(now.manifest)];
    if (!before || !after || text(before.activeService) === '' || before.activeService === after.activeService) {
      return [];
    }
    const isPreview = after.activeService === before.previewService;
    const path = 'spec.strategy.blueGreen.activeService';
    const violation = { path, value: after.activeService };
    return release === 'starts' && waits(after) && !isPreview
      ? [{ ...violation, message: `Service ${text(after.activeService)} leads to both versions, and then to the new one without the pause or analysis of the plan` }]
      : [{ ...violation, severity: Severity.WARNING, message: `a release that waits when this is applied goes live on Service ${text(after.activeService)}` }];
  },
};

function waits({ autoPromotionEnabled, autoPromotionSeconds, prePromotionAnalysis }: Manifest): boolean {
  return autoPromotionEnabled === false || (typeof autoPromotionSeconds === 'number' && autoPromotionSeconds > 0) || isRecord(prePromotionAnalysis);
}
