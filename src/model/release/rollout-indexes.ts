import { readRelease } from './read-release';
import { ROLLOUT } from '../manifests/kinds';
import { near, SetIndex } from '../manifests/set-index';

/** The Rollouts of a namespace. */
export const ROLLOUTS_NEAR = new SetIndex(ROLLOUT, (rollout) => [near(rollout, '')]);

/** The Rollouts that name a Service. */
export const USERS_OF_SERVICES = new SetIndex(ROLLOUT, (rollout) => readRelease(rollout).services.map(({ name }) => near(rollout, name)));
