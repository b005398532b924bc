import { dynamicRollback } from './traffic-weight';
import { isFullyPromoted } from '../../model/status';
import { stableAndCanaryServices } from '../../router/istio/targets';
import { Pass } from '../pass';
import { ensureServiceTargets } from '../services';

/** The one of the pair that serves the canary gets its pods at once; the other one is left alone. */
export function reconcilePingPongService(pass: Pass): void {
  if (pass.release.canary!.pingPong && !isFullyPromoted(pass.status)) {
    ensureServiceTargets(pass, stableAndCanaryServices(pass, true).canary, pass.newRS, false);
  }
}

export function reconcileStableAndCanaryService(pass: Pass): void {
  const { stableService, canaryService, trafficRouting } = pass.release.canary!;
  ensureServiceTargets(pass, stableService, pass.stableRS, true);
  if (pass.pause.isAborted && !trafficRouting) {
    ensureServiceTargets(pass, canaryService, pass.stableRS, true);
  } else if (dynamicRollback(pass) === undefined) {
    ensureServiceTargets(pass, canaryService, pass.newRS, true);
  }
}
