import { experimentDestinations } from './experiment';
import { currentStep } from './steps';
import { desiredTraffic, Traffic } from './traffic-weight';
import { maxWeight, Release } from '../../model/release';
import { available } from '../../model/replica-sets';
import { TrafficWeights, WeightDestination } from '../../model/status';
import { removeManagedRoutes } from '../../router/istio/managed-routes';
import { setHeaderRoute, setMirrorRoute } from '../../router/istio/set-routes';
import { updateHash } from '../../router/istio/subsets';
import { setWeight } from '../../router/istio/weights';
import { Pass, View } from '../pass';
import { ensureServiceTargets } from '../services';
import { replicaProgressThresholdMet } from '../threshold';

/** Writes routes, subsets and weights as the pods allow. */
export function reconcileTrafficRouting(pass: Pass): void {
  const { release, status, newRS, stableRS } = pass;
  if (!hasRouter(release)) {
    pass.weights = null;
    return;
  }
  const traffic = desiredTraffic(pass);
  if (traffic.resetsCanaryService) {
    ensureServiceTargets(pass, release.canary!.canaryService, stableRS, false);
  }
  if (traffic.removesManagedRoutes) {
    removeManagedRoutes(pass);
  }
  const additional = traffic.withExperiments ? experimentDestinations(pass) : [];
  if (!stableRS || !canCarry(pass, stableRS, maxWeight(release) - traffic.weight)) {
    return;
  }
  applyManagedRoute(pass);
  if (available(newRS) === 0 && (status.canary.weights?.canary.weight ?? 0) > 0) {
    // The subset is about to have no pods: its share goes first.
    setWeight(pass, traffic.weight, additional);
  }
  updateHash(pass, traffic.canaryHash, stableRS.hash, additional);
  setWeight(pass, traffic.weight, additional);
  pass.weights = weightStatus(release, traffic, stableRS, additional);
}

function hasRouter({ canary }: Release): boolean {
  const { managedRoutes, maxTrafficWeight, ...routers } = canary?.trafficRouting ?? {};
  return Object.keys(routers).length > 0;
}

function canCarry({ replicas, release }: Pass, set: View, weight: number): boolean {
  const pods = Math.floor(weight * replicas / maxWeight(release));
  return available(set) >= pods || replicaProgressThresholdMet(release, set, pods);
}

/** The very first revision goes through no step. */
function applyManagedRoute(pass: Pass): void {
  const step = currentStep(pass.release, pass.status);
  if (pass.next.revision <= 1 || !step) {
    return;
  }
  if (step.setHeaderRoute) {
    setHeaderRoute(pass, step.setHeaderRoute);
  }
  if (step.setMirrorRoute) {
    setMirrorRoute(pass, step.setMirrorRoute);
  }
}

function weightStatus(release: Release, { weight, canaryHash }: Traffic, stableRS: View, additional: WeightDestination[]): TrafficWeights {
  const { canaryService = '', stableService = '' } = release.canary!;
  const others = additional.reduce((sum, destination) => sum + destination.weight, 0);
  return {
    canary: { weight, hash: canaryHash, serviceName: canaryService },
    stable: { weight: maxWeight(release) - weight - others, hash: stableRS.hash, serviceName: stableService },
    additional,
  };
}
