import { readRelease } from '../../../model/release/read-release';
import { blueGreenIn, Release } from '../../../model/release/release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const activeServiceChanged: Hazard = {
  id: 'active-service-changed',
  severity: Severity.ERROR,
  summary: 'the active Service of a blue-green Rollout is another one',
  why: 'it has no pod hash yet: it leads to pods of every version, and the controller then switches it to the new version without a pause or an analysis',
  remedy: 'change it without a new version, while no release is under way',
  ofRollout: ({ old, now, release }) => {
    const [was, next] = [old, now].map((placed) => placed && readRelease(placed.manifest));
    const [before, after] = [was, next].map((own) => own && blueGreenIn(own));
    if (!before || !after || before.activeService === '' || before.activeService === after.activeService) {
      return [];
    }
    const { activeService } = after;
    const isPreview = activeService === before.previewService;
    const path = 'spec.strategy.blueGreen.activeService';
    const violation = { path, value: activeService };
    return release === 'starts' && waits(next!) && !isPreview
      ? [{ ...violation, message: `Service ${activeService} leads to both versions, and then to the new one without the pause or analysis of the plan` }]
      : [{ ...violation, severity: Severity.WARNING, message: `a release that waits when this is applied goes live on Service ${activeService}` }];
  },
};

function waits({ analyses, ...release }: Release): boolean {
  const { autoPromotionEnabled, autoPromotionSeconds = 0 } = blueGreenIn(release)!;
  return !autoPromotionEnabled || autoPromotionSeconds > 0 || analyses.some(({ position }) => position === 'prePromotion');
}
