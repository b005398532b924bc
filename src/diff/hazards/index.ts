import { Hazard } from './hazard';
import { autoscalerRemoved } from './object/autoscaler-removed';
import { immutableChanged } from './object/immutable-changed';
import { namespaceRemoved } from './object/namespace-removed';
import { runningPodsNeedIt } from './object/running-pods-need-it';
import { usedObjectRemoved } from './object/used-object-removed';
import { pathRemoved } from './paths/path-removed';
import { gatesRemoved } from './plan/gates-removed';
import { pauseRemoved } from './plan/pause-removed';
import { routingChanged } from './plan/routing-changed';
import { stepsChanged } from './plan/steps-changed';
import { controllerChanged } from './rollout/controller-changed';
import { deploymentReplaced } from './rollout/deployment-replaced';
import { namespaceWritten } from './rollout/namespace-written';
import { releaseHeld } from './rollout/release-held';
import { replicasLeftOut } from './rollout/replicas-left-out';
import { replicasLowered } from './rollout/replicas-lowered';
import { rolloutRemoved } from './rollout/rollout-removed';
import { rolloutRenamed } from './rollout/rollout-renamed';
import { selectorChanged } from './rollout/selector-changed';
import { strategySwitched } from './rollout/strategy-switched';
import { templateSourceSwitched } from './rollout/template-source-switched';
import { hostRemoved } from './route/host-removed';
import { hostUnreachable } from './route/host-unreachable';
import { routeBeforePods } from './route/route-before-pods';
import { subsetLosesPods } from './route/subset-loses-pods';
import { subsetRemoved } from './route/subset-removed';
import { weightedRouteRenamed } from './route/weighted-route-renamed';
import { activeServiceChanged } from './service/active-service-changed';
import { serviceLosesPods } from './service/service-loses-pods';
import { servicePortRemoved } from './service/service-port-removed';
import { serviceReleased } from './service/service-released';
import { targetPortLost } from './service/target-port-lost';
import { versionServiceChanged } from './service/version-service-changed';
import { matchWidened } from './testers/match-widened';
import { routeToNewVersion } from './testers/route-to-new-version';

/** All hazards; those of one object are told in this order. */
export const HAZARDS: readonly Hazard[] = [
  selectorChanged,
  rolloutRenamed,
  rolloutRemoved,
  deploymentReplaced,
  strategySwitched,
  templateSourceSwitched,
  replicasLeftOut,
  replicasLowered,
  releaseHeld,
  controllerChanged,
  namespaceWritten,
  pauseRemoved,
  gatesRemoved,
  stepsChanged,
  routingChanged,
  activeServiceChanged,
  versionServiceChanged,
  serviceReleased,
  serviceLosesPods,
  targetPortLost,
  servicePortRemoved,
  subsetLosesPods,
  subsetRemoved,
  hostRemoved,
  pathRemoved,
  hostUnreachable,
  weightedRouteRenamed,
  routeBeforePods,
  routeToNewVersion,
  matchWidened,
  usedObjectRemoved,
  runningPodsNeedIt,
  immutableChanged,
  autoscalerRemoved,
  namespaceRemoved,
];
