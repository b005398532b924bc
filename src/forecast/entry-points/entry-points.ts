import { EntryPoint } from './entry-point';
import { routeEntryPoints } from './route-entry-points';
import { serviceEntryPoints } from './service-entry-points';
import { ReleaseContext } from '../release-context';
import { Audience } from '../release-forecast';

const ORDER: Audience[] = ['users', 'testers', 'cluster'];

/** All entry points of a release, users' first. */
export function entryPointsOf(context: ReleaseContext): EntryPoint[] {
  const routes = routeEntryPoints(context);
  const all = [...routes, ...serviceEntryPoints(context, routes)];
  return ORDER.flatMap((audience) => all.filter(({ entrance }) => entrance.audience === audience));
}
