import { checkSelectors } from './check-selectors';
import { readRoutingObjects, readServices, readSubsets } from './read-objects';
import { findRollout, readRelease } from './read-release';
import { Manifest } from '../../core/manifest';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { assumedReplicas } from '../../model/release/assumed-replicas';
import { Release } from '../model/release';
import { canonicalJson } from '../model/same';
import { SimulatorState } from '../model/state';
import { NO_STATUS } from '../model/status';
import { checkRoutes } from '../router/istio/check-routes';
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
  const routingObjects = readRoutingObjects(release, set);
  checkRoutes(release, routingObjects);
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
    subsets: readSubsets(release, set),
    runs: [],
    hashes: 0,
    runIds: 0,
  };
  // The first deployment is over, however long its pods had to be ready for that.
  const settled = settle({ ...release, minReadySeconds: 0 }, state);
  // What leads to neither version is taken out of routes, and the wrong things with it.
  checkRoutes(release, settled.routingObjects);
  const isPaused = rollout.spec.paused === true;
  return { release, state: isPaused ? settle(release, { ...settled, spec: { ...settled.spec, paused: true, generation: 2 } }) : settled };
}

/** The pod template: the Rollout's own, or that of the workload to which it refers. */
export function readTemplate({ metadata, spec = {} }: Manifest, manifests: ManifestSet): Manifest {
  const reference = spec.workloadRef;
  if (!reference) {
    return spec.template ?? {};
  }
  const [group, version] = String(reference.apiVersion).split('/');
  const kind = { group: version === undefined ? '' : group, kind: reference.kind };
  const workload = manifests.find(kind, reference.name, metadata.namespace);
  if (!workload) {
    throw new Error(`Rollout ${metadata.name} refers to ${reference.kind} ${reference.name}, which is not among the manifests; pass it too`);
  }
  return (reference.kind === 'PodTemplate' ? workload.template : workload.spec?.template) ?? {};
}
