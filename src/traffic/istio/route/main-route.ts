import { IstioHttpRouteOptions } from './http-options';
import { StringMatch } from '../../../core/constructs/string-match';

/** The name of the route to a rollout's Services, unless its user gives another. */
export const MAIN_ROUTE = 'backend-routes';

/** A route of a rollout has a name always: without one the controller would take another route, or none. */
export function mainRouteOptions(options: IstioHttpRouteOptions = {}): IstioHttpRouteOptions {
  return { name: MAIN_ROUTE, match: [{ uri: StringMatch.prefix('/') }], ...options };
}
