import { widened } from './match-width';
import { audiencesOf, isForTesters, routePairs, severityOfLeak } from './route-pairs';
import { at, items, shown, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesBy, stepsOf } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';

export const matchWidened: Hazard = {
  id: 'match-widened',
  severity: Severity.ERROR,
  summary: 'a route to the canary or preview version takes more requests than before',
  why: 'in a release users get the new version though nobody has let it through, whatever the weights are',
  remedy: 'match by a header or host that only testers have, or change it while no new version is merged',
  ofObject: ({ old, now, environment }) => {
    if (!old || !now || !isKind(now.manifest, VIRTUAL_SERVICE)) {
      return [];
    }
    return routePairs(old.manifest, now.manifest).flatMap((route) => {
      const audiences = audiencesOf(environment.after, now.manifest, route.now);
      const width = widened(route.old.value.match, route.now.value.match);
      const wasForTesters = isForTesters(audiencesOf(environment.before, old.manifest, route.old));
      const name = text(route.now.value.name) ? `route ${text(route.now.value.name)}` : 'a route';
      return width === undefined || !audiences || !isForTesters(audiences) || !wasForTesters ? [] : [{
        path: `${route.now.path}.match`,
        value: route.now.value.match,
        message: `${name} for testers takes ${width === 'all' ? 'all requests' : 'more requests than before'}`,
        severity: severityOfLeak(audiences, environment),
      }];
    });
  },
  ofRollout: ({ old, now, release }) => {
    if (!old || !now || !routesBy(now.manifest, 'istio')) {
      return [];
    }
    const before = new Map(stepsOf(old.manifest).map(({ value }) => [text(at(value, 'setHeaderRoute', 'name')), matchesOf(value)]));
    return stepsOf(now.manifest).flatMap(({ value, path }) => {
      const [was, matches] = [before.get(text(at(value, 'setHeaderRoute', 'name'))) ?? [], matchesOf(value)];
      return was.length === 0 || matches.length === 0 || widened(was, matches) === undefined ? [] : [{
        path: `${path}.setHeaderRoute.match`,
        value: at(value, 'setHeaderRoute', 'match'),
        message: `the header route ${shown(at(value, 'setHeaderRoute', 'name'))} takes more requests than before`,
        ...release !== 'starts' && { severity: Severity.WARNING },
      }];
    });
  },
};

/** As the controller writes them into the VirtualService; without any it takes the route away. */
function matchesOf(step: unknown): unknown[] {
  const matches = items(at(step, 'setHeaderRoute', 'match'), '');
  return matches.map(({ value: { headerName, headerValue } }) => ({ headers: { [text(headerName)]: headerValue } }));
}
