import { Cluster } from './cluster';

/** Something that is found once for each cluster, when it is first asked for. */
export function perCluster<T>(find: (cluster: Cluster) => T): (cluster: Cluster) => T {
  const known = new WeakMap<Cluster, T>();
  return (cluster) => {
    if (!known.has(cluster)) {
      known.set(cluster, find(cluster));
    }
    return known.get(cluster)!;
  };
}
