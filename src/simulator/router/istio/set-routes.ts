import { orderRoutes, withoutRoute } from './managed-routes';
import { istioServices, updateVirtualServices } from './objects';
import { Manifest, compact } from '../../../core/manifest';
import { httpRouteIndexes } from '../../../model/routing/istio/route-indexes';
import { destinationRuleTarget, VirtualServiceTarget } from '../../../model/routing/istio/targets';
import { Pass, PassFailed } from '../../controller/pass';
import { same } from '../../model/same';
import { HeaderRouteAction, MirrorRouteAction } from '../router';

/** Sends the requests with certain headers to the canary. Without a match the route goes. */
export function setHeaderRoute(pass: Pass, { name, match }: HeaderRouteAction): void {
  replaceRoute(pass, name, (spec, target) => {
    if (!match) {
      return spec;
    }
    const headers = match.map(({ headerName, headerValue }) => ({ headers: { [headerName]: headerValue } }));
    const entry = { destination: canaryDestination(pass, weightedEntries(target, spec)), weight: 100 };
    return { ...spec, http: [...spec.http, { name, match: headers, route: [entry] }] };
  });
}

/** Sends a copy of certain requests to the canary. Without a match the route goes. */
export function setMirrorRoute(pass: Pass, { name, match, percentage }: MirrorRouteAction): void {
  replaceRoute(pass, name, (spec, target) => {
    if (!match) {
      return spec;
    }
    const entries = weightedEntries(target, spec);
    if (entries.length === 0) {
      throw new PassFailed('no route to mirror');
    }
    const route = {
      name,
      match: match.map(({ method, path, headers }) => compact({ method, uri: path, headers })),
      route: entries.map(reduced),
      mirror: canaryDestination(pass, entries),
      mirrorPercentage: { value: percentage ?? 100 },
    };
    return { ...spec, http: [route, ...spec.http] };
  });
}

function replaceRoute(pass: Pass, name: string, add: (spec: Manifest, target: VirtualServiceTarget) => Manifest): void {
  updateVirtualServices(pass, (spec, target) => {
    if (!spec.http) {
      throw new PassFailed('spec.http not found');
    }
    const replaced = orderRoutes(pass.release, add(withoutRoute(spec, name), target));
    return same(replaced, spec) ? spec : replaced;
  });
}

function weightedEntries({ routes }: VirtualServiceTarget, { http }: Manifest): Manifest[] {
  const indexes = httpRouteIndexes(routes, http);
  return typeof indexes === 'string' || indexes.length === 0 ? [] : http[indexes[0]].route ?? [];
}

/** The port is that of the weighted route. */
function canaryDestination(pass: Pass, [first]: Manifest[]): Manifest {
  return compact({
    host: pass.next.subsets?.host || (istioServices(pass).canary || undefined),
    port: first?.destination?.port?.number ? { number: first.destination.port.number } : undefined,
    subset: destinationRuleTarget(pass.release)?.canarySubset || undefined,
  });
}

/** What the controller knows of a destination; a weight of 0 is left out. */
function reduced({ destination, weight }: Manifest): Manifest {
  const { host, subset, port } = destination;
  return compact({ destination: compact({ host, subset, port: port && { number: port.number } }), weight: weight || undefined });
}
