import { available } from '../../model/replica-sets';
import { AnalysisRun } from '../../model/state';
import { Pass } from '../pass';

/** Whether there is nothing for an analysis before the switch to judge. */
export function skipsPrePromotion({ status, newRS, blueGreen, replicas }: Pass, run: AnalysisRun | undefined): boolean {
  const { activeSelector } = status.blueGreen;
  if (status.stableRS === newRS.hash || activeSelector === 0 || activeSelector === newRS.hash) {
    return true;
  }
  // A run that has begun goes on when a pod is lost.
  if (run) {
    return false;
  }
  const count = blueGreen.previewReplicaCount;
  const isComplete = newRS.replicas === (count ?? replicas) && available(newRS) === (count ?? replicas);
  return !isComplete || (count === undefined && newRS.desired !== replicas);
}

/** Whether there is nothing for an analysis after the switch to judge. */
export function skipsPostPromotion({ status, newRS, replicas }: Pass, run: AnalysisRun | undefined): boolean {
  if (status.stableRS === newRS.hash || status.blueGreen.activeSelector !== newRS.hash) {
    return true;
  }
  return !run && !(newRS.replicas === replicas && newRS.desired === replicas && available(newRS) === replicas);
}
