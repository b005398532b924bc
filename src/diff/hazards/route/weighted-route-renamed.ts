import { Manifest } from '../../../core/manifest';
import { list, shown, text } from '../../../core/read';
import { virtualServiceFields } from '../../../model/release/fields';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const weightedRouteRenamed: Hazard = {
  id: 'weighted-route-renamed',
  severity: Severity.WARNING,
  summary: 'a Rollout shifts the weights of another VirtualService or route',
  why: 'until Rollout and VirtualService are both applied the controller finds the Rollout invalid and moves nothing; weights begin as they stand in Git',
  remedy: 'merge it while no release is under way, or add the new route first and remove the old one last',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map((placed) => placed ? virtualServiceFields(placed.manifest) : []);
    if (before.length === 0 || after.length === 0) {
      return [];
    }
    const known = new Map(before.map(({ value }) => [text(value.name), new Set(routesOf(value))]));
    return after.flatMap(({ value, path }) => {
      const routes = known.get(text(value.name));
      // One more VirtualService takes nothing from those that are there.
      return routes === undefined
        ? before.length > after.filter((other) => known.has(text(other.value.name))).length
          ? [{ path: `${path}.name`, value: value.name, message: `VirtualService ${shown(value.name)} gets the weights, in place of one of another name` }]
          : []
        : [...routes].every((route) => routesOf(value).includes(route)) ? [] : [{
          path: `${path}.routes`,
          value: value.routes,
          message: `other routes of VirtualService ${shown(value.name)} get the weights, no longer ${[...routes].filter((route) => !routesOf(value).includes(route)).join(', ')}`,
        }];
    });
  },
};

function routesOf(target: Manifest): string[] {
  return list(target.routes).map(shown);
}
