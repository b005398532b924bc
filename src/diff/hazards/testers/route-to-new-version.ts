import { audienceOf } from './audience-of';
import { audiencesOf, isForTesters, routePairs, severityOfLeak } from './route-pairs';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { ObjectPair } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';
import { LedPath } from '../paths/led-path';
import { pathsOf } from '../paths/paths-of';

const MESSAGE = 'users go to what is for testers alone';

export const routeToNewVersion: Hazard = {
  id: 'route-to-new-version',
  severity: Severity.ERROR,
  summary: 'a route or path that led users to the stable or active version leads to the canary or preview one alone',
  why: 'in a release users get the new version though nobody has let it through, whatever the weights are',
  remedy: 'lead users to the stable or active Service, and testers by a host, path or header of their own',
  ofObject: (pair) => pair.old && pair.now ? [...ofRoutes(pair), ...ofPaths(pair)] : [],
};

function ofRoutes({ old, now, environment }: ObjectPair): Violation[] {
  if (!isKind(now!.manifest, VIRTUAL_SERVICE)) {
    return [];
  }
  return routePairs(old!.manifest, now!.manifest).flatMap((route) => {
    const before = audiencesOf(environment.before, old!.manifest, route.old);
    const after = audiencesOf(environment.after, now!.manifest, route.now);
    return before?.some(({ who }) => who === 'users') && after && isForTesters(after)
      ? [{ path: `${route.now.path}.route`, message: MESSAGE, severity: severityOfLeak(after, environment) }]
      : [];
  });
}

function ofPaths({ old, now, environment }: ObjectPair): Violation[] {
  const keyOf = ({ host, value, type, isNarrowed }: LedPath) => JSON.stringify([host, value, type, isNarrowed]);
  const before = new Map(pathsOf(old!.manifest).map((path) => [keyOf(path), path]));
  const audiences = (set: ManifestSet, path: LedPath | undefined) => (path?.services ?? []).flatMap((service) => audienceOf(set, service) ?? []);
  return pathsOf(now!.manifest).flatMap((path) => {
    const after = audiences(environment.after, path);
    const wasForUsers = audiences(environment.before, before.get(keyOf(path))).some(({ who }) => who === 'users');
    return wasForUsers && after.length > 0 && isForTesters(after)
      ? [{ path: path.at, value: `${path.host}${path.value}`, message: MESSAGE, severity: severityOfLeak(after, environment) }]
      : [];
  });
}
