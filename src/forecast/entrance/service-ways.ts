import { leadByWeights } from './lead';
import { audienceOf, entranceOf, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, items, namespaceOf, record } from '../../core/read';
import { SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { canaryOf } from '../../model/release/fields';
import { canaryIn } from '../../model/release/release';
import { serviceOfHost } from '../../model/routing/istio/fields';
import { readRoles } from '../../model/summary/read-strategy';
import { Start } from '../../simulator/start/start';
import { serviceShares } from '../shares';

/** The names of Services within the cluster. Where sidecars route the name, it is the way of callers without one. */
export function serviceWays(set: ManifestSet, rollout: Manifest, start: Start, others: readonly Way[]): Way[] {
  const { release, state } = start;
  const namespace = namespaceOf(rollout);
  const { smi } = record(canaryOf(rollout)?.trafficRouting);
  const split = smi && (record(smi).rootService ?? canaryIn(release)!.stableService);
  return Object.keys(state.services).flatMap((name): Way[] => {
    const service = set.find(SERVICE, name, namespace);
    const [port] = items(at(service, 'spec', 'ports'), '');
    const host = `${name}${namespace ? `.${namespace}.svc.cluster.local` : ''}${port ? `:${port.value.port}` : ''}`;
    const lead: Way['lead'] = (current) => ({ targets: [{ percent: 100, service: name, revisions: serviceShares(current, current.services[name]) }] });
    if (name === split) {
      return [{ entrance: entranceOf(`Service/${name}`, 'users', [host], [], 'callers in the mesh'), lead: (current) => leadByWeights(release, current) }];
    }
    const inside = entranceOf(`Service/${name}`, 'cluster', [host], [], isRouted(name, namespace, others) ? 'callers without a sidecar' : undefined);
    return [...at(service, 'spec', 'type') === 'LoadBalancer' ? [{ entrance: outside(rollout, name), lead }] : [], { entrance: inside, lead }];
  });
}

/** A Service with a load balancer of its own. */
function outside(rollout: Manifest, name: string): Way['entrance'] {
  const { services } = readRoles(record(at(rollout, 'spec', 'strategy')));
  const roles = services.filter((service) => service.name === name).map(({ role }) => role);
  return entranceOf(`LoadBalancer/${name}`, audienceOf(roles), [`load balancer of ${name}`], [], undefined);
}

function isRouted(name: string, namespace: string | undefined, others: readonly Way[]): boolean {
  return others.some(({ entrance: { path, hosts } }) => isMesh(path) && hosts.some((host) => {
    const found = serviceOfHost(host, namespace);
    return found?.name === name && found.namespace === namespace;
  }));
}

function isMesh(path: Way['entrance']['path']): boolean {
  return path.some(({ kind, name, detail }) => kind === 'Gateway' && (name === 'mesh' || detail !== undefined));
}
