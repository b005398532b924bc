import { dynamicRollback } from './traffic-weight';
import { isFullyPromoted } from '../../model/status';
import { versionServices } from '../../router/version-services';
import { Pass } from '../pass';
import { ensureServiceTargets } from '../services';

/** The one of the pair that serves the canary gets its pods at once; the other one is left alone. */
export function reconcilePingPongService(pass: Pass): void {
  if (pass.canary.pingPong && !isFullyPromoted(pass.status)) {
    ensureServiceTargets(pass, versionServices(pass.release, pass.status, true).canary, pass.newRS, false);
  }
}

export function reconcileStableAndCanaryService(pass: Pass): void {
  const { stableService, canaryService, isRouted } = pass.canary;
  ensureServiceTargets(pass, stableService, pass.stableRS, true);
  if (pass.pause.isAborted && !isRouted) {
    ensureServiceTargets(pass, canaryService, pass.stableRS, true);
  } else if (dynamicRollback(pass) === undefined) {
    ensureServiceTargets(pass, canaryService, pass.newRS, true);
  }
}
