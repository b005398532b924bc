import { Manifest } from '../../../core/manifest';
import { at, items, isRecord, namespaceOf, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf, serviceOfHost } from '../../../model/routing/istio/fields';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { ledTo } from '../callers';
import { Hazard } from '../hazard';

export const routeBeforePods: Hazard = {
  id: 'route-before-pods',
  severity: Severity.ERROR,
  summary: 'a route leads users from what runs to a Rollout that is not there yet',
  why: 'the route changes at once: users get 503 until the first pods are ready',
  remedy: 'merge the Rollout first, and the route when its pods are ready',
  ofObject: ({ old, now, environment }) => {
    if (!old || !now || !isKind(now.manifest, VIRTUAL_SERVICE)) {
      return [];
    }
    const before = new Set(ledTo(old.manifest));
    return weighted(now.manifest).filter(({ namespace, name }) => !before.has(`${namespace ?? ''}/${name}`) && isFirst(environment, namespace, name)).map((led) => ({
      path: led.path,
      value: led.name,
      message: `users go to Service ${led.name}, whose Rollout is new and has no pods yet`,
    }));
  },
};

function isFirst(environment: Environment, namespace: string | undefined, service: string): boolean {
  const rollouts = environment.namersOf(namespace, service);
  return rollouts.length > 0 && rollouts.every(({ release }) => release === 'first');
}

/** Where users go by the weights in Git. */
function weighted(virtualService: Manifest) {
  return routesOf(virtualService).flatMap(({ value, path }) => items(value.route, `${path}.route`)).flatMap((entry) => {
    const destination = entry.value.destination;
    const service = isRecord(destination) ? serviceOfHost(text(at(destination, 'host')), namespaceOf(virtualService)) : undefined;
    return service && entry.value.weight !== 0 ? [{ ...service, path: `${entry.path}.destination.host` }] : [];
  });
}
