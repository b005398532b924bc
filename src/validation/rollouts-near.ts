import { ROLLOUT } from './kinds';
import { near, SetIndex } from './set-index';

/** The Rollouts of a namespace. */
export const ROLLOUTS_NEAR = new SetIndex(ROLLOUT, (rollout) => [near(rollout, '')]);
