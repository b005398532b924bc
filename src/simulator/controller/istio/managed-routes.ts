import { updateVirtualServices } from './targets';
import { Manifest } from '../../../core/manifest';
import { Release } from '../../model/release';
import { Pass } from '../pass';

/** Takes away all header and mirror routes that the release has made. */
export function removeManagedRoutes(pass: Pass): void {
  const names = [...managedNames(pass.release), ...stepRouteNames(pass.release)];
  updateVirtualServices(pass, (spec) => names.reduce(withoutRoute, spec));
}

/** Managed routes stand first, in the order of the strategy. */
export function orderRoutes(release: Release, spec: Manifest): Manifest {
  const names = managedNames(release);
  if (!spec.http || names.length === 0) {
    return spec;
  }
  const routes: Manifest[] = spec.http;
  const managed = names.flatMap((name) => routes.filter((route) => route.name === name));
  return { ...spec, http: [...managed, ...routes.filter((route) => !names.includes(route.name))] };
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
