import { near, SetIndex } from './set-index';
import { ROLLOUT } from '../plan/kinds';

/** The Rollouts of a namespace. */
export const ROLLOUTS_NEAR = new SetIndex(ROLLOUT, (rollout) => [near(rollout, '')]);
