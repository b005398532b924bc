import { experimentDestinations } from './experiment';
import { currentAction } from './steps';
import { desiredTraffic, Traffic } from './traffic-weight';
import { available } from '../../model/replica-sets';
import { TrafficWeights, WeightDestination } from '../../model/status';
import { SimulatedRouter } from '../../router/router';
import { routersOf } from '../../router/routers';
import { versionServices } from '../../router/version-services';
import { Pass, View } from '../pass';
import { ensureServiceTargets } from '../services';
import { replicaProgressThresholdMet } from '../threshold';

/** Writes routes, subsets and weights as the pods allow, router by router. */
export function reconcileTrafficRouting(pass: Pass): void {
  const routers = routersOf(pass.release);
  if (routers.length === 0) {
    pass.weights = null;
    return;
  }
  const traffic = desiredTraffic(pass);
  if (traffic.resetsCanaryService) {
    ensureServiceTargets(pass, pass.canary.canaryService, pass.stableRS, false);
  }
  const additional = traffic.withExperiments ? experimentDestinations(pass) : [];
  for (const router of routers) {
    if (traffic.removesManagedRoutes) {
      router.removeManagedRoutes(pass);
    }
    if (!pass.stableRS || !canCarry(pass, pass.stableRS, pass.canary.maxTrafficWeight - traffic.weight)) {
      return;
    }
    route(pass, router, pass.stableRS, traffic, additional);
  }
}

function route(pass: Pass, router: SimulatedRouter, stableRS: View, traffic: Traffic, additional: WeightDestination[]): void {
  applyManagedRoute(pass, router);
  if (available(pass.newRS) === 0 && (pass.status.canary.weights?.canary.weight ?? 0) > 0) {
    // The subset is about to have no pods: its share goes first.
    router.setWeight(pass, traffic.weight, additional);
  }
  router.updateHash(pass, traffic.canaryHash, stableRS.hash, additional);
  router.setWeight(pass, traffic.weight, additional);
  pass.weights = weightStatus(pass, router, stableRS, traffic, additional);
}

function canCarry({ replicas, canary }: Pass, set: View, weight: number): boolean {
  const pods = Math.floor(weight * replicas / canary.maxTrafficWeight);
  return available(set) >= pods || replicaProgressThresholdMet(canary, set, pods);
}

/** The very first revision goes through no step. */
function applyManagedRoute(pass: Pass, router: SimulatedRouter): void {
  if (pass.next.revision <= 1) {
    return;
  }
  const headerRoute = currentAction(pass.release, pass.status, 'setHeaderRoute');
  if (headerRoute) {
    router.setHeaderRoute(pass, headerRoute);
  }
  const mirrorRoute = currentAction(pass.release, pass.status, 'setMirrorRoute');
  if (mirrorRoute) {
    router.setMirrorRoute(pass, mirrorRoute);
  }
}

/** The controller itself leaves out the names of a pair of Services that swap; here they are those to which the router sends the shares. */
function weightStatus(
  { release, status, canary }: Pass, router: SimulatedRouter, stableRS: View, { weight, canaryHash }: Traffic, additional: WeightDestination[],
): TrafficWeights {
  const services = versionServices(release, status, router.prefersPingPong);
  const others = additional.reduce((sum, destination) => sum + destination.weight, 0);
  return {
    canary: { weight, hash: canaryHash, serviceName: services.canary },
    stable: { weight: canary.maxTrafficWeight - weight - others, hash: stableRS.hash, serviceName: services.stable },
    additional,
  };
}
