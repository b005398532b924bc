import { updateVirtualServices } from './objects';
import { Manifest } from '../../../core/manifest';
import { isNamed } from '../../../model/manifests/manifest-set';
import { canaryIn, Release, stepsIn } from '../../../model/release/release';
import { VirtualServiceTarget, virtualServiceTargets } from '../../../model/routing/istio/targets';
import { Pass, PassFailed } from '../../controller/pass';

/** Takes away all header and mirror routes that the release has made. */
export function removeManagedRoutes(pass: Pass): void {
  const names = [...pass.canary.managedRoutes, ...stepRouteNames(pass.release)];
  updateVirtualServices(pass, (spec) => names.reduce(withoutRoute, spec), untilNoHttp(pass));
}

/** The controller looks no further than a VirtualService without HTTP routes. */
function untilNoHttp({ release, next }: Pass): VirtualServiceTarget[] {
  const targets = virtualServiceTargets(release);
  const end = targets.findIndex((target) => next.routingObjects.some((object) => isNamed(target, object) && !object.spec.http));
  return end === -1 ? targets : targets.slice(0, end);
}

/** About as many routes are more than the API server takes in one object. */
const TOO_MANY = 10_000;

/** Managed routes stand first, in the order of the strategy. Each is taken by its name: k routes without one become k times as many. */
export function orderRoutes(release: Release, spec: Manifest): Manifest {
  const names = canaryIn(release)!.managedRoutes;
  if (!spec.http || names.length === 0) {
    return spec;
  }
  const routes: Manifest[] = spec.http;
  const managed = names.flatMap((name) => routes.filter((route) => route.name === name));
  const nameOf = (route: Manifest): string => route.name ?? '';
  const http = [...managed, ...routes.filter((route) => !names.includes(route.name))]
    .flatMap((route) => routes.filter((other) => nameOf(other) === nameOf(route)));
  if (http.length > TOO_MANY) {
    throw new PassFailed('the VirtualService is too large');
  }
  return { ...spec, http };
}

export function withoutRoute(spec: Manifest, name: string): Manifest {
  const isThere = (spec.http ?? []).some((route: Manifest) => route.name === name);
  return isThere ? { ...spec, http: spec.http.filter((route: Manifest) => route.name !== name) } : spec;
}

function stepRouteNames(release: Release): string[] {
  return stepsIn(release).flatMap(({ actions }) => (
    actions.flatMap((action) => action.kind === 'setHeaderRoute' || action.kind === 'setMirrorRoute' ? [action.name] : [])
  ));
}
