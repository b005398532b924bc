import { completedPrePromotionAnalysis } from './runs';
import { isFastTracked, isReadyForPause } from './sizes';
import { pauseCondition } from '../../model/status';
import { Pass } from '../pass';

/** Begins and ends the pause before the switch. */
export function reconcilePause(pass: Pass): void {
  const { status, pause, blueGreen: { autoPromotionEnabled, autoPromotionSeconds } } = pass;
  if (status.abort || !isReadyForPause(pass) || pass.isHalted) {
    return;
  }
  const needsPause = !autoPromotionEnabled || (autoPromotionSeconds ?? 0) > 0;
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

export function completedPause({ status, pause, blueGreen: { autoPromotionEnabled, autoPromotionSeconds }, before }: Pass): boolean {
  const condition = pauseCondition(status, 'BlueGreenPause');
  if (pause.hasAdded) {
    return false;
  }
  if (status.blueGreen.scaleUpPreviewCheckPoint) {
    return true;
  }
  if (!autoPromotionEnabled) {
    return status.controllerPause && !condition;
  }
  if (!autoPromotionSeconds) {
    return true;
  }
  return condition !== undefined && before.now > (condition.startTime + autoPromotionSeconds) * 1000;
}
