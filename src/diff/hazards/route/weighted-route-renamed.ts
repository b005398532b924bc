import { shown } from '../../../core/read';
import { readRelease } from '../../../model/release/read-release';
import { NamedObject } from '../../../model/routing/adapter';
import { namedObjects } from '../../../model/routing/named-objects';
import { SUBSETS_KIND } from '../../../model/routing/subsets';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { Placed } from '../../pairing/side';
import { Hazard } from '../hazard';

export const weightedRouteRenamed: Hazard = {
  id: 'weighted-route-renamed',
  severity: Severity.WARNING,
  summary: 'a Rollout shifts the weights of another route or routing object',
  why: 'until the Rollout and what it names are both applied the controller finds the Rollout invalid and moves nothing; weights begin as they stand in Git',
  remedy: 'merge it while no release is under way, or add the new route first and remove the old one last',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map(weightedObjects);
    return after.flatMap((target) => ofTarget(target, before.filter(({ kind }) => kind === target.kind), after));
  },
};

/** The objects whose weights the controller shifts by the name that the Rollout says. */
function weightedObjects(placed: Placed | undefined): NamedObject[] {
  return placed ? namedObjects(readRelease(placed.manifest)).filter(({ kind }) => kind !== SUBSETS_KIND) : [];
}

function ofTarget({ kind, written, path, routes }: NamedObject, before: readonly NamedObject[], after: readonly NamedObject[]): Violation[] {
  const was = before.filter((other) => other.written === written).at(-1);
  if (!was) {
    const known = new Set(before.map((other) => other.written));
    // One more object takes nothing from those that are there.
    return before.length > after.filter((other) => other.kind === kind && known.has(other.written)).length
      ? [{ path, value: written, message: `${kind.kind} ${shown(written)} gets the weights, in place of one of another name` }]
      : [];
  }
  const lost = [...new Set(was.routes?.names)].filter((name) => !routes?.names.includes(name));
  return lost.length === 0 || !routes ? [] : [{
    path: routes.path,
    ...routes.names.length > 0 && { value: routes.names },
    message: `other routes of ${kind.kind} ${shown(written)} get the weights, no longer ${lost.join(', ')}`,
  }];
}
