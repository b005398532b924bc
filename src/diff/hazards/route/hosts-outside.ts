import { ingresses, leadingToPods, servingOf } from './served-hosts';
import { GATEWAY, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { gatewaysOf } from '../../../model/routing/istio/fields';
import { Cluster } from '../../cluster';
import { perCluster } from '../../per-cluster';

/** The hosts that something serves to callers outside of the mesh from now on. */
export const hostsOutside = perCluster((cluster) => {
  const routes = cluster.after.ofKind(VIRTUAL_SERVICE).filter((route) => gatewaysOf(route).some((gateway) => gateway !== 'mesh' && stays(gateway, cluster)));
  return servingOf([...routes, ...leadingToPods(cluster)]);
});

/** The hosts that an Ingress or an HTTPRoute leads anywhere from now on, be it to a gateway. */
export const hostsBefore = perCluster((cluster) => servingOf(ingresses(cluster)));

/** Gateways may be applied from elsewhere: only of those that were here is known that they go. */
function stays(gateway: string, { before, after }: Cluster): boolean {
  const [namespace, name] = gateway.split('/');
  return before.find(GATEWAY, name, namespace || undefined) === undefined || after.find(GATEWAY, name, namespace || undefined) !== undefined;
}
