import { notationOf } from '../../../model/routing/notations';
import { serviceKey, ServiceName } from '../../../model/routing/route';
import { routesOf, servicesOf } from '../../../model/routing/routes';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { Hazard } from '../hazard';

export const routeBeforePods: Hazard = {
  id: 'route-before-pods',
  severity: Severity.ERROR,
  summary: 'a route leads users from what runs to a Rollout that is not there yet',
  why: 'the route changes at once: users get 503 until the first pods are ready',
  remedy: 'merge the Rollout first, and the route when its pods are ready',
  ofObject: ({ old, now, environment }) => {
    const notation = now && notationOf(now.manifest);
    if (!old || !notation) {
      return [];
    }
    const before = new Set(servicesOf(old.manifest).map(serviceKey));
    // Where users go by the weights in Git.
    const weighted = routesOf(now.manifest).flatMap(({ destinations }) => destinations).filter(({ weight }) => weight !== 0);
    return weighted.flatMap(({ service, path }) => service && !before.has(serviceKey(service)) && isFirst(environment, service) ? [{
      path: `${path}.${notation.host}`,
      value: service.name,
      message: `users go to Service ${service.name}, whose Rollout is new and has no pods yet`,
    }] : []);
  },
};

function isFirst(environment: Environment, { name, namespace }: ServiceName): boolean {
  const rollouts = environment.namersOf(namespace, name);
  return rollouts.length > 0 && rollouts.every(({ release }) => release === 'first');
}
