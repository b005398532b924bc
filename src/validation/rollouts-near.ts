import { ROLLOUT } from '../plan/kinds';
import { near, SetIndex } from '../plan/set-index';

/** The Rollouts of a namespace. */
export const ROLLOUTS_NEAR = new SetIndex(ROLLOUT, (rollout) => [near(rollout, '')]);
