import { leadByWeights } from './lead';
import { entranceOf, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, items, namespaceOf } from '../../core/read';
import { SERVICE } from '../../plan/kinds';
import { ManifestSet } from '../../plan/manifest-set';
import { Start } from '../../simulator/start/start';
import { serviceShares } from '../shares';

/** The names of Services within the cluster. Where sidecars route the name, it is the way of callers without one. */
export function serviceWays(set: ManifestSet, rollout: Manifest, { release, state }: Start, others: readonly Way[]): Way[] {
  const namespace = namespaceOf(rollout);
  const split = release.canary?.trafficRouting?.smi && (release.canary.trafficRouting.smi.rootService ?? release.canary.stableService);
  return Object.keys(state.services).map((name): Way => {
    const [port] = items(at(set.find(SERVICE, name, namespace), 'spec', 'ports'), '');
    const host = `${name}${namespace ? `.${namespace}.svc.cluster.local` : ''}${port ? `:${port.value.port}` : ''}`;
    if (name === split) {
      return { entrance: entranceOf(`Service/${name}`, 'users', [host], [], 'callers in the mesh'), lead: (current) => leadByWeights(release, current) };
    }
    const isRouted = others.some(({ entrance }) => isMesh(entrance.path) && entrance.hosts.some((other) => other.split('.')[0] === name));
    return {
      entrance: entranceOf(`Service/${name}`, 'cluster', [host], [], isRouted ? 'callers without a sidecar' : undefined),
      lead: (current) => ({ targets: [{ percent: 100, service: name, revisions: serviceShares(current, current.services[name]) }] }),
    };
  });
}

function isMesh(path: Way['entrance']['path']): boolean {
  return path.some(({ kind, name, detail }) => kind === 'Gateway' && (name === 'mesh' || detail !== undefined));
}
