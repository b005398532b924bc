import { completedPrePromotionAnalysis } from './runs';
import { isFastTracked, isReadyForPause } from './sizes';
import { pauseCondition } from '../../model/status';
import { Pass } from '../pass';

/** Begins and ends the pause before the switch. */
export function reconcilePause(pass: Pass): void {
  const { status, pause, release } = pass;
  const { autoPromotionEnabled, autoPromotionSeconds } = release.blueGreen!;
  if (status.abort || !isReadyForPause(pass) || pass.isHalted) {
    return;
  }
  const needsPause = autoPromotionEnabled === false || (autoPromotionSeconds ?? 0) > 0;
  if (isFastTracked(pass) || status.blueGreen.scaleUpPreviewCheckPoint || !needsPause) {
    pause.remove('BlueGreenPause');
    return;
  }
  if (!completedPrePromotionAnalysis(pass)) {
    return;
  }
  if (!pauseCondition(status, 'BlueGreenPause')) {
    // Without the condition but with `controllerPause`, a person has ended the pause.
    status.controllerPause || pause.add('BlueGreenPause');
  } else if (completedPause(pass)) {
    pause.remove('BlueGreenPause');
  }
}

export function completedPause({ status, pause, release, before }: Pass): boolean {
  const { autoPromotionEnabled, autoPromotionSeconds } = release.blueGreen!;
  const condition = pauseCondition(status, 'BlueGreenPause');
  if (pause.hasAdded) {
    return false;
  }
  if (status.blueGreen.scaleUpPreviewCheckPoint) {
    return true;
  }
  if (autoPromotionEnabled === false) {
    return status.controllerPause && !condition;
  }
  if (!autoPromotionSeconds) {
    return true;
  }
  return condition !== undefined && before.now > (condition.startTime + autoPromotionSeconds) * 1000;
}
