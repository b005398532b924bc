import { checkSelectors } from './check-selectors';
import { findObject } from './find-object';
import { findRollout } from './find-rollout';
import { readServices } from './read-services';
import { Manifest } from '../../core/manifest';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { assumedReplicas } from '../../model/release/autoscaler';
import { podTemplateOf, workloadKind } from '../../model/release/pod-template';
import { readRelease } from '../../model/release/read-release';
import { Release } from '../../model/release/release';
import { canonicalJson } from '../model/same';
import { SimulatorState } from '../model/state';
import { NO_STATUS } from '../model/status';
import { routersOf } from '../router/routers';
import { settle } from '../settle';

/** A release, and its settled first deployment. */
export interface Start {
  readonly release: Release;
  readonly state: SimulatorState;
}

/**
 * Deploys a Rollout for the first time, with the objects that it refers to.
 *
 * @param name The name of the Rollout, after its namespace and a slash if need be; it may be left out where there is one only.
 * @throws an error where the controller would find the Rollout invalid for want of an object or a route
 */
export function start(manifests: Manifest[], name?: string): Start {
  const set = new ManifestSet(manifests);
  const rollout = findRollout(set, name);
  return startRollout(set, rollout, readTemplate(rollout, set), assumedReplicas(set, rollout).count);
}

/**
 * The same of a Rollout that has been found already.
 *
 * @param template The pod template that is deployed; the Rollout may hold a later one.
 * @param replicas The number of pods.
 */
export function startRollout(set: ManifestSet, rollout: Manifest, template: Manifest, replicas: number): Start {
  const release = readRelease(rollout);
  if (release.strategy.kind === 'none') {
    throw new Error(`Rollout ${release.name}: spec.strategy needs one of blueGreen and canary`);
  }
  const routers = routersOf(release);
  const check = (objects: readonly Manifest[]) => routers.forEach((router) => router.check(release, objects));
  const routingObjects = routers.flatMap((router) => router.objects(release, set));
  check(routingObjects);
  const services = readServices(release, set, template);
  checkSelectors(release, services, readTemplate(rollout, set));
  const state: SimulatorState = {
    now: 0,
    held: false,
    spec: { template: canonicalJson(template), replicas, paused: false, generation: 1 },
    revision: 0,
    status: NO_STATUS,
    replicaSets: [],
    services,
    routingObjects,
    subsets: routers.map((router) => router.subsets(release, set)).find((subsets) => subsets !== null) ?? null,
    runs: [],
    hashes: 0,
    runIds: 0,
  };
  // The first deployment is over, however long its pods had to be ready for that.
  const settled = settle({ ...release, minReadySeconds: 0 }, state);
  // What leads to neither version is taken out of routes, and the wrong things with it.
  check(settled.routingObjects);
  return { release, state: release.paused ? settle(release, { ...settled, spec: { ...settled.spec, paused: true, generation: 2 } }) : settled };
}

/** The pod template: the Rollout's own, or that of the workload to which it refers; empty where it is missing. */
export function readTemplate(rollout: Manifest, set: ManifestSet): Manifest {
  const release = readRelease(rollout);
  const kind = workloadKind(release);
  if (kind && release.template.kind === 'workload') {
    findObject(release, set, kind, release.template.name, release.namespace);
  }
  return podTemplateOf(set, release)?.template ?? {};
}
