import { reconcileExperiment } from './experiment';
import { reconcilePlugin } from './plugin';
import { reconcileCanaryRuns } from './runs';
import { reconcilePingPongService, reconcileStableAndCanaryService } from './services';
import { reconcileCanaryReplicaSets } from './size/replica-sets';
import { isChanged, syncCanaryStatus } from './status';
import { currentAction } from './steps';
import { reconcileTrafficRouting } from './traffic';
import { pauseCondition } from '../../model/status';
import { reconcileAnalysisRuns } from '../analysis-runs';
import { Pass } from '../pass';
import { reconcileRevisionHistoryLimit } from '../revisions';

/** One pass of a canary release, in the order of the controller: Services before weights, weights before sizes, sizes before steps. */
export function rolloutCanary(pass: Pass): void {
  if (!isChanged(pass)) {
    reconcileRevisionHistoryLimit(pass);
    reconcilePingPongService(pass);
    reconcileStableAndCanaryService(pass);
    reconcileTrafficRouting(pass);
    reconcileExperiment(pass);
    reconcileAnalysisRuns(pass, () => reconcileCanaryRuns(pass));
    if (!pass.pause.hasAdded && !reconcileCanaryReplicaSets(pass) && !reconcilePause(pass)) {
      reconcilePlugin(pass);
    }
  }
  syncCanaryStatus(pass);
}

/** Begins the pause of a step. Says whether the step is one. */
function reconcilePause({ before, status, release, pause }: Pass): boolean {
  if (before.spec.paused || status.promoteFull || !currentAction(release, status, 'pause')) {
    return false;
  }
  if (!pauseCondition(status, 'CanaryPauseStep') && !status.controllerPause) {
    pause.add('CanaryPauseStep');
  }
  return true;
}
