import { Manifest } from '../../../core/manifest';

/** The indexes of the routes to weight, or what is wrong with their names. */
export function httpRouteIndexes(names: readonly string[], routes: Manifest[]): number[] | string {
  if (names.length === 0) {
    const index = routes.length === 1 ? 0 : routes.findIndex(({ name }) => !name);
    return index === -1 ? [] : [index];
  }
  const missing = names.find((name) => !routes.some((route) => route.name === name));
  return missing === undefined
    ? names.map((name) => routes.findIndex((route) => route.name === name))
    : `HTTP Route '${missing}' is not found in the defined Virtual Service.`;
}

export function tlsRouteIndexes(targets: readonly Manifest[], routes: Manifest[]): number[] {
  return l4RouteIndexes(targets, routes, ({ sniHosts = [] }, route) => {
    const hosts = new Set((route.match ?? []).flatMap((match: Manifest) => match.sniHosts ?? []));
    return hosts.size === new Set(sniHosts).size && sniHosts.every((host: string) => hosts.has(host));
  });
}

export function tcpRouteIndexes(targets: readonly Manifest[], routes: Manifest[]): number[] {
  return l4RouteIndexes(targets, routes, () => true);
}

/** All routes of the port; the first one where nothing is asked for. */
function l4RouteIndexes(targets: readonly Manifest[], routes: Manifest[], fits: (target: Manifest, route: Manifest) => boolean): number[] {
  if (targets.length === 0) {
    return routes.length > 0 ? [0] : [];
  }
  return targets.flatMap((target) => routes.flatMap((route, index) => {
    const ports = new Set((route.match ?? []).map(({ port }: Manifest) => port ?? 0));
    const [port = 0] = ports;
    return ports.size <= 1 && port === (target.port ?? 0) && fits(target, route) ? [index] : [];
  }));
}
