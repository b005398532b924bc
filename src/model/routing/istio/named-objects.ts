import { destinationRuleTarget, virtualServiceTargets } from './targets';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../manifests/kinds';
import type { Release } from '../../release/release';
import { NamedObject } from '../adapter';

/** The VirtualServices that a Rollout names, and the DestinationRule. */
export function namedIstioObjects(release: Pick<Release, 'routers' | 'namespace'>): NamedObject[] {
  const rule = destinationRuleTarget(release);
  const { namespace } = release;
  return [
    ...virtualServiceTargets(release).map(({ name, namespace: own, written, routes, path }) => (
      { kind: VIRTUAL_SERVICE, name, ...own !== undefined && { namespace: own }, written, path: `${path}.name`, routes: { names: routes, path: `${path}.routes` } }
    )),
    ...rule ? [{ kind: DESTINATION_RULE, name: rule.name, ...namespace !== undefined && { namespace }, written: rule.name, path: `${rule.path}.name` }] : [],
  ];
}
