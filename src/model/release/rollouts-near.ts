import { ROLLOUT } from '../manifests/kinds';
import { near, SetIndex } from '../manifests/set-index';

/** The Rollouts of a namespace. */
export const ROLLOUTS_NEAR = new SetIndex(ROLLOUT, (rollout) => [near(rollout, '')]);
