import { Manifest } from '../../core/manifest';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { Release } from '../../model/release/release';
import { StepAction } from '../../model/release/steps';
import { Pass } from '../controller/pass';
import { SubsetsState } from '../model/state';
import { Hash, WeightDestination } from '../model/status';

/**
 * What the controller has a traffic router do. A router writes its objects into the next state of the pass; their routes are then
 * those that the model reads from the objects.
 */
export interface SimulatedRouter {
  /** Whether a pair of Services that swap their roles comes before `stableService` and `canaryService`, where both are given. */
  readonly prefersPingPong: boolean;

  /**
   * The objects whose routes it rewrites, as they are in Git.
   *
   * @throws an error where one is missing
   */
  objects(release: Release, set: ManifestSet): Manifest[];

  /**
   * The subsets that tell the versions apart; null where Services do.
   *
   * @throws an error where their object is missing
   */
  subsets(release: Release, set: ManifestSet): SubsetsState | null;

  /** @throws an error where the controller would find a route of the objects invalid */
  check(release: Release, objects: readonly Manifest[]): void;

  /** Writes the weights of all routes of the release. */
  setWeight(pass: Pass, weight: number, additional: readonly WeightDestination[]): void;

  /** Sends the requests with certain headers to the canary; without a match it removes the route. */
  setHeaderRoute(pass: Pass, action: HeaderRouteAction): void;

  /** Sends a copy of certain requests to the canary; without a match it removes the route. */
  setMirrorRoute(pass: Pass, action: MirrorRouteAction): void;

  /** Removes all header and mirror routes that the release has made. */
  removeManagedRoutes(pass: Pass): void;

  /** Points the subsets at the pods of the two versions. */
  updateHash(pass: Pass, canaryHash: Hash, stableHash: Hash, additional: readonly WeightDestination[]): void;
}

export type HeaderRouteAction = Extract<StepAction, { kind: 'setHeaderRoute' }>;
export type MirrorRouteAction = Extract<StepAction, { kind: 'setMirrorRoute' }>;
