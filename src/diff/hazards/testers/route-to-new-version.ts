import { audienceOf } from './audience-of';
import { audiencesOf, isForTesters, RoutePair, routePairs, severityOfLeak } from './route-pairs';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { notationOf } from '../../../model/routing/notations';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { ObjectPair } from '../../environment';
import { Hazard } from '../hazard';
import { RoutedPath } from '../paths/routed-path';
import { routedPaths } from '../paths/routed-paths';

const MESSAGE = 'users go to what is for testers alone';

export const routeToNewVersion: Hazard = {
  id: 'route-to-new-version',
  severity: Severity.ERROR,
  summary: 'a route or path that led users to the stable or active version leads to the canary or preview one alone',
  why: 'in a release users get the new version though nobody has let it through, whatever the weights are',
  remedy: 'lead users to the stable or active Service, and testers by a host, path or header of their own',
  ofObject: (pair) => {
    if (!pair.old || !pair.now) {
      return [];
    }
    const pairs = routePairs(pair.old.manifest, pair.now.manifest).filter(({ now }) => now.name !== undefined);
    return [...ofNames(pairs, pair), ...ofPaths(pair, new Set(pairs.map(({ now }) => now.path)))];
  },
};

/** The routes that have one name before and after. */
function ofNames(pairs: readonly RoutePair[], { environment }: ObjectPair): Violation[] {
  return pairs.flatMap((route) => {
    const before = audiencesOf(environment.before, route.old);
    const after = audiencesOf(environment.after, route.now);
    return before?.some(({ who }) => who === 'users') && after && isForTesters(after)
      ? [{ path: `${route.now.path}.${notationOf(route.now.object)!.destinations}`, message: MESSAGE, severity: severityOfLeak(after, environment) }]
      : [];
  });
}

/** The paths of all other routes. */
function ofPaths({ old, now, environment }: ObjectPair, told: ReadonlySet<string>): Violation[] {
  const keyOf = ({ host, value, type, narrowedBy }: RoutedPath) => JSON.stringify([host, value, type, narrowedBy.length > 0]);
  const before = new Map(routedPaths(environment.before, old!.manifest).map((path) => [keyOf(path), path]));
  const audiences = (set: ManifestSet, path: RoutedPath | undefined) => (
    (path?.destinations ?? []).flatMap((destination) => audienceOf(set, destination) ?? [])
  );
  return routedPaths(environment.after, now!.manifest).filter(({ route }) => !told.has(route.path)).flatMap((path) => {
    const after = audiences(environment.after, path);
    const wasForUsers = audiences(environment.before, before.get(keyOf(path))).some(({ who }) => who === 'users');
    return wasForUsers && after.length > 0 && isForTesters(after)
      ? [{ path: path.at, value: `${path.host}${path.value}`, message: MESSAGE, severity: severityOfLeak(after, environment) }]
      : [];
  });
}
