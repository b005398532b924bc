import { serviceFields } from './rollout-fields';
import { ROLLOUT } from '../plan/kinds';
import { near, SetIndex } from '../plan/set-index';

/** The Rollouts that name a Service. */
export const USERS_OF_SERVICES = new SetIndex(ROLLOUT, (rollout) => serviceFields(rollout).map(({ value }) => near(rollout, value)));
