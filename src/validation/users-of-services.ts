import { serviceFields } from './rollout-fields';
import { near, SetIndex } from './set-index';
import { ROLLOUT } from '../plan/kinds';

/** The Rollouts that name a Service. */
export const USERS_OF_SERVICES = new SetIndex(ROLLOUT, (rollout) => serviceFields(rollout).map(({ value }) => near(rollout, value)));
