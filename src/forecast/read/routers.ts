import { Manifest } from '../../core/manifest';
import { record } from '../../core/read';

/** What splits the users of a canary besides its pods, by their keys in the manifest; plugins by their own names. */
export function routersOf(canary: Manifest | undefined): string[] {
  const { managedRoutes, maxTrafficWeight, plugins, ...routers } = record(canary?.trafficRouting);
  return [...Object.keys(routers), ...Object.keys(record(plugins))];
}
