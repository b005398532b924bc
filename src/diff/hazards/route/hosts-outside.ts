import { leadingToPods, Serving, servingOf } from './served-hosts';
import { gatewaysOf } from '../../../plan/istio-fields';
import { GATEWAY, HTTP_ROUTE, INGRESS, VIRTUAL_SERVICE } from '../../../plan/kinds';
import { Cluster } from '../../cluster';

const KNOWN = new WeakMap<Cluster, Serving>();

/** The hosts that something serves to callers outside of the mesh from now on. */
export function hostsOutside(cluster: Cluster): Serving {
  const known = KNOWN.get(cluster) ?? find(cluster);
  KNOWN.set(cluster, known);
  return known;
}

function find(cluster: Cluster): Serving {
  const routes = cluster.after.ofKind(VIRTUAL_SERVICE).filter((route) => gatewaysOf(route).some((gateway) => gateway !== 'mesh' && stays(gateway, cluster)));
  return servingOf([...routes, ...leadingToPods(cluster)]);
}

const BEFORE = new WeakMap<Cluster, Serving>();

/** The hosts that an Ingress or an HTTPRoute leads anywhere from now on, be it to a gateway. */
export function hostsBefore(cluster: Cluster): Serving {
  const known = BEFORE.get(cluster) ?? servingOf([INGRESS, HTTP_ROUTE].flatMap((kind) => cluster.after.ofKind(kind)));
  BEFORE.set(cluster, known);
  return known;
}

/** Gateways may be applied from elsewhere: only of those that were here is known that they go. */
function stays(gateway: string, { before, after }: Cluster): boolean {
  const [namespace, name] = gateway.split('/');
  return before.find(GATEWAY, name, namespace || undefined) === undefined || after.find(GATEWAY, name, namespace || undefined) !== undefined;
}
