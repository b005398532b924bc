import { widened } from './match-width';
import { audiencesOf, isForTesters, routePairs, severityOfLeak } from './route-pairs';
import { items, valueAt } from '../../../core/read';
import { readRelease } from '../../../model/release/read-release';
import { stepsIn } from '../../../model/release/release';
import { actionsIn } from '../../../model/release/steps';
import { ROUTERS } from '../../../model/routing/capabilities';
import { headerConditions } from '../../../model/routing/istio/read-match';
import { notationOf } from '../../../model/routing/notations';
import { RouteMatch } from '../../../model/routing/route';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { ObjectPair, RolloutPair } from '../../environment';
import { Hazard } from '../hazard';

export const matchWidened: Hazard = {
  id: 'match-widened',
  severity: Severity.ERROR,
  summary: 'a route to the canary or preview version takes more requests than before',
  why: 'in a release users get the new version though nobody has let it through, whatever the weights are',
  remedy: 'match by a header or host that only testers have, or change it while no new version is merged',
  ofObject: (pair) => pair.old && pair.now ? ofRoutes(pair) : [],
  ofRollout: (pair) => pair.old && pair.now ? ofHeaderRoutes(pair) : [],
};

function ofRoutes({ old, now, environment }: ObjectPair): Violation[] {
  return routePairs(old!.manifest, now!.manifest).flatMap((route) => {
    const notation = notationOf(now!.manifest)!;
    const audiences = audiencesOf(environment.after, route.now);
    const width = widened(route.old.matches, route.now.matches, notation.prefixBySegment);
    const wasForTesters = isForTesters(audiencesOf(environment.before, route.old));
    const path = notation.matchesPath(route.now);
    return width === undefined || !audiences || !isForTesters(audiences) || !wasForTesters ? [] : [{
      path,
      value: valueAt(now!.manifest, path),
      message: `${route.now.name ? `route ${route.now.name}` : 'a route'} for testers takes ${width === 'all' ? 'all requests' : 'more requests than before'}`,
      severity: severityOfLeak(audiences, environment),
    }];
  });
}

/** The header routes that the controller makes. */
function ofHeaderRoutes({ old, now, release }: RolloutPair): Violation[] {
  const [before, after] = [old, now].map((placed) => readRelease(placed!.manifest));
  if (!after.routers.some(({ router }) => ROUTERS[router].headerRoutes !== 'none')) {
    return [];
  }
  const known = new Map(actionsIn(stepsIn(before), 'setHeaderRoute').map(({ action: { name, match } }) => [name, matchesOf(match)]));
  return actionsIn(stepsIn(after), 'setHeaderRoute').flatMap(({ step, action: { name, match } }) => {
    const [was, matches] = [known.get(name) ?? [], matchesOf(match)];
    return was.length === 0 || matches.length === 0 || widened(was, matches, false) === undefined ? [] : [{
      path: `${step.path}.setHeaderRoute.match`,
      value: match,
      message: `the header route ${name} takes more requests than before`,
      ...release !== 'starts' && { severity: Severity.WARNING },
    }];
  });
}

/** Without any the controller takes the route away. */
function matchesOf(match: unknown): RouteMatch[] {
  return items(match, '').map(({ value, path }) => ({ path, conditions: headerConditions(value) }));
}
