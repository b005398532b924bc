import { audienceOf } from './audience';
import { entranceOf, EntryPoint } from './entry-point';
import { statusDestinations } from './status-weights';
import { targetsOf } from './targets';
import { SERVICE } from '../../model/manifests/kinds';
import { isLoadBalancer, portsOf, serviceOfHost } from '../../model/manifests/services';
import { canaryIn, Release } from '../../model/release/release';
import { rolesOfService } from '../../model/release/services';
import { ROUTERS } from '../../model/routing/capabilities';
import { Destination } from '../../model/routing/route';
import { ReleaseContext } from '../release-context';

/** The names of Services within the cluster, and load balancers of Services. Where sidecars route a name, its callers without one come here. */
export function serviceEntryPoints(context: ReleaseContext, routes: readonly EntryPoint[]): EntryPoint[] {
  const { set, release, initial } = context;
  const { namespace } = release;
  const split = splitServices(release);
  return Object.keys(initial.services).flatMap((name): EntryPoint[] => {
    const service = set.find(SERVICE, name, namespace);
    const [port] = portsOf(service);
    const hosts = [`${name}${namespace ? `.${namespace}.svc.cluster.local` : ''}${port === undefined ? '' : `:${port}`}`];
    const to = (destinations: readonly Destination[]): Pick<EntryPoint, 'isMesh' | 'targetsAt'> => (
      { isMesh: false, targetsAt: (state) => targetsOf(context, state, { destinations, mirrors: [] }) }
    );
    if (split.includes(name)) {
      return [{
        entrance: entranceOf({ id: `Service/${name}`, audience: 'users', hosts, match: 'callers in the mesh' }),
        isWeighted: true,
        isMesh: true,
        targetsAt: (state) => targetsOf(context, state, { destinations: statusDestinations(release, state.status), mirrors: [] }),
      }];
    }
    const own = to([{ host: name, service: { name, ...namespace !== undefined && { namespace } }, weight: 100, path: '' }]);
    const outside = entranceOf({ id: `LoadBalancer/${name}`, audience: audienceOf([rolesOfService(release, name)]), hosts: [`load balancer of ${name}`] });
    const inside = entranceOf({ id: `Service/${name}`, audience: 'cluster', hosts, match: isRouted(name, namespace, routes) ? 'callers without a sidecar' : undefined });
    return [...isLoadBalancer(service) ? [{ entrance: outside, isWeighted: false, ...own }] : [], { entrance: inside, isWeighted: false, ...own }];
  });
}

/** The Services whose calls a router splits by their names. */
function splitServices(release: Release): string[] {
  return release.routers.filter(({ router }) => ROUTERS[router].splitsServices)
    .map(({ config: { rootService } }) => typeof rootService === 'string' ? rootService : canaryIn(release)?.stableService ?? '');
}

function isRouted(name: string, namespace: string | undefined, routes: readonly EntryPoint[]): boolean {
  return routes.some(({ isMesh, entrance: { hosts } }) => isMesh && hosts.some((host) => {
    const found = serviceOfHost(host, namespace);
    return found?.name === name && found.namespace === namespace;
  }));
}
