import { isForUsers, ServiceRole } from '../../model/release/services';
import { Audience } from '../release-forecast';

/** Entry points that lead to the new version alone are for testers. */
export function audienceOf(roles: ReadonlyArray<readonly ServiceRole[]>): Audience {
  const isTested = (of: readonly ServiceRole[]) => of.length > 0 && !of.some(isForUsers);
  return roles.length > 0 && roles.every(isTested) ? 'testers' : 'users';
}
