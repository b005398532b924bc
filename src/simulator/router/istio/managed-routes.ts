import { updateVirtualServices, virtualServiceName, virtualServiceTargets } from './targets';
import { Manifest } from '../../../core/manifest';
import { Pass, PassFailed } from '../../controller/pass';
import { Release } from '../../model/release';

/** Takes away all header and mirror routes that the release has made. */
export function removeManagedRoutes(pass: Pass): void {
  const names = [...managedNames(pass.release), ...stepRouteNames(pass.release)];
  updateVirtualServices(pass, (spec) => names.reduce(withoutRoute, spec), untilNoHttp(pass));
}

/** The controller looks no further than a VirtualService without HTTP routes. */
function untilNoHttp({ release, next }: Pass): Manifest[] {
  const targets = virtualServiceTargets(release);
  const isWithout = (name: string) => next.routingObjects.some(({ metadata, spec }) => metadata.name === name && !spec.http);
  const end = targets.findIndex((target) => isWithout(virtualServiceName(target)));
  return end === -1 ? targets : targets.slice(0, end);
}

/** About as many routes are more than the API server takes in one object. */
const TOO_MANY = 10_000;

/** Managed routes stand first, in the order of the strategy. Each is taken by its name: k routes without one become k times as many. */
export function orderRoutes(release: Release, spec: Manifest): Manifest {
  const names = managedNames(release);
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

function managedNames({ canary }: Release): string[] {
  return (canary!.trafficRouting.managedRoutes ?? []).map(({ name }: Manifest) => name);
}

function stepRouteNames({ steps }: Release): string[] {
  return steps.flatMap(({ setHeaderRoute, setMirrorRoute }) => [setHeaderRoute, setMirrorRoute].flatMap((route) => route ? [route.name] : []));
}
