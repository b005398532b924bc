import { Manifest } from '../../../core/manifest';
import { at, items, nameOf, namespaceOf, text } from '../../../core/read';
import { DESTINATION_RULE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { serviceOfHost } from '../../../model/routing/istio/fields';
import { Severity } from '../../../validation/severity';
import { isKind } from '../../objects/is-kind';
import { usersOfSubset } from '../callers';
import { Hazard } from '../hazard';

const RULES = new SetIndex(DESTINATION_RULE, (rule) => [hostKey(rule)]);

export const subsetRemoved: Hazard = {
  id: 'subset-removed',
  severity: Severity.ERROR,
  summary: 'a subset to which routes lead goes, or gets another name',
  why: 'routes to it answer 503: for ever where they still name it, else until they are applied as well',
  remedy: 'add the new subset beside the old one, move the routes, and remove the old one then',
  ofObject: ({ old, environment: { before, after } }) => {
    if (!old || !isKind(old.manifest, DESTINATION_RULE)) {
      return [];
    }
    // Istio puts the subsets of all rules of a host together.
    const left = new Set(RULES.find(after, hostKey(old.manifest)).flatMap(subsetsOf));
    const host = hostOf(old.manifest);
    return !host ? [] : subsetsOf(old.manifest).filter((name) => !left.has(name)).flatMap((name) => {
      const [user] = usersOfSubset(after, host.namespace, host.name, name);
      const [former] = usersOfSubset(before, host.namespace, host.name, name);
      const path = 'spec.subsets';
      return user
        ? [{ path, message: `subset ${name} is gone, and ${nameOf(user)} leads to it` }]
        : former ? [{ path, severity: Severity.WARNING, message: `subset ${name} is gone, to which ${nameOf(former)} leads until it is applied` }] : [];
    });
  },
};

const hostOf = (rule: Manifest) => serviceOfHost(text(at(rule, 'spec', 'host')), namespaceOf(rule));

function hostKey(rule: Manifest): string {
  const { name, namespace } = hostOf(rule) ?? {};
  return `${namespace ?? ''}/${name ?? ''}`;
}

function subsetsOf(rule: Manifest): string[] {
  return items(at(rule, 'spec', 'subsets'), '').map(({ value }) => text(value.name));
}
