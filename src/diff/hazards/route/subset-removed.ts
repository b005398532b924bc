import { nameOf } from '../../../core/read';
import { subsetsOf, subsettedService, subsettersOf } from '../../../model/routing/subsets';
import { Severity } from '../../../validation/severity';
import { usersOfSubset } from '../callers';
import { Hazard } from '../hazard';

export const subsetRemoved: Hazard = {
  id: 'subset-removed',
  severity: Severity.ERROR,
  summary: 'a subset to which routes lead goes, or gets another name',
  why: 'routes to it answer 503: for ever where they still name it, else until they are applied as well',
  remedy: 'add the new subset beside the old one, move the routes, and remove the old one then',
  ofObject: ({ old, environment: { before, after } }) => {
    const service = old && subsettedService(old.manifest);
    if (!service) {
      return [];
    }
    const left = new Set(subsettersOf(after, service).flatMap(subsetsOf).map(({ name }) => name));
    return subsetsOf(old.manifest).filter(({ name }) => !left.has(name)).flatMap(({ name }) => {
      const [user] = usersOfSubset(after, service, name);
      const [former] = usersOfSubset(before, service, name);
      const path = 'spec.subsets';
      return user
        ? [{ path, message: `subset ${name} is gone, and ${nameOf(user)} leads to it` }]
        : former ? [{ path, severity: Severity.WARNING, message: `subset ${name} is gone, to which ${nameOf(former)} leads until it is applied` }] : [];
    });
  },
};
