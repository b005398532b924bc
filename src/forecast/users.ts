import { EntryPoint } from './entry-points/entry-point';
import { targetsOf } from './entry-points/targets';
import { ReleaseContext } from './release-context';
import { Share, Target } from './release-forecast';
import { experimentRevision, merged, podShares, readyShare, serviceShares, tenths } from './shares';
import { canaryIn, blueGreenIn, Release } from '../model/release/release';
import { weightedRoutes } from '../model/routing/routes';
import { SimulatorState } from '../simulator/model/state';

/** Which revisions the users reach. */
export interface Users {
  /** In percent of all users; less than all where some find no pod. */
  readonly shares: readonly Share[];
  /** The percent of the users that Services of others answer. */
  readonly elsewhere: number;
}

/** Tells who answers the users in a state of a release. */
export type UsersAt = (state: SimulatorState) => Users;

/** Users come by one entry point: the one whose weights the release shifts, or else the first, of those that take all requests if there are any. */
export function usersReader(context: ReleaseContext, entryPoints: readonly EntryPoint[]): UsersAt {
  const order = (entryPoint: EntryPoint) => entryPoint.isWeighted ? 0 : entryPoint.entrance.match === undefined ? 1 : 2;
  const chosen = entryPoints.filter(isForUsers).sort((one, other) => order(one) - order(other));
  return (state) => {
    for (const { targetsAt } of chosen) {
      const found = targetsAt(state);
      if (found) {
        return usersOf(found.targets);
      }
    }
    return intendedUsers(context, state);
  };
}

/** Whether users come by an entry point. */
export function isForUsers({ entrance: { audience } }: EntryPoint): boolean {
  return audience === 'users';
}

function usersOf(targets: readonly Target[]): Users {
  return {
    shares: merged(targets.flatMap(({ percent, revisions }) => revisions.filter(() => percent > 0).map((share) => (
      { revision: share.revision, percent: percent * share.percent / 100 }
    )))),
    elsewhere: tenths(targets.reduce((sum, { percent, foreign }) => sum + (foreign ? percent : 0), 0)),
  };
}

/** Where no entry point leads to the pods: what the strategy intends. */
function intendedUsers(context: ReleaseContext, state: SimulatorState): Users {
  const { release } = context;
  const blueGreen = blueGreenIn(release);
  if (blueGreen) {
    return { shares: serviceShares(state, state.services[blueGreen.activeService]), elsewhere: 0 };
  }
  if (!canaryIn(release)?.isRouted) {
    return { shares: podShares(state.replicaSets), elsewhere: 0 };
  }
  if (state.status.canary.weights === null) {
    return { shares: readyShare(state, state.status.stableRS), elsewhere: 0 };
  }
  const [route] = state.routingObjects.flatMap((object) => weightedRoutes(release, object));
  return route ? usersOf(targetsOf(context, state, route).targets) : { shares: statusShares(release, state), elsewhere: 0 };
}

/** By the weights in the status. */
function statusShares(release: Release, state: SimulatorState): Share[] {
  const weights = state.status.canary.weights!;
  const parts = [weights.stable, weights.canary, ...weights.additional].filter(({ weight }) => weight > 0);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return merged(parts.flatMap(({ weight, hash, serviceName }) => {
    const revision = hash === 0 ? experimentRevision(release, state, serviceName) : readyShare(state, hash)[0]?.revision;
    return revision === undefined ? [] : [{ revision, percent: weight * 100 / sum }];
  }));
}
