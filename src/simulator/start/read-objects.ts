import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { namespaceOf, record } from '../../core/read';
import { DESTINATION_RULE, SERVICE, VIRTUAL_SERVICE } from '../../model/manifests/kinds';
import { KindName, ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { Release } from '../model/release';
import { DestinationRuleState, ServiceState, VirtualServiceState } from '../model/state';
import { virtualServiceName, virtualServiceTargets } from '../router/istio/targets';

const SERVICES = new SetIndex(SERVICE, (service) => [namespaceOf(service) ?? '']);

/** The Services of the strategy, and the others that select the pods. */
export function readServices(release: Release, manifests: ManifestSet, template: Manifest): Record<string, ServiceState> {
  const named = serviceNames(release);
  named.forEach((name) => found(release, manifests, SERVICE, name, release.namespace));
  const labels = template.metadata?.labels ?? {};
  const selectsPods = ({ spec }: Manifest) => selects(spec?.selector, labels);
  const services = SERVICES.find(manifests, release.namespace ?? '');
  const names = services.filter((service) => named.includes(service.metadata.name) || selectsPods(service)).map(({ metadata }) => metadata.name);
  return Object.fromEntries(names.sort().map((name: string) => [name, {
    selector: record(manifests.find(SERVICE, name, release.namespace)?.spec?.selector), managed: false, hash: 0,
  }]));
}

export function readVirtualServices(release: Release, manifests: ManifestSet): VirtualServiceState[] {
  const targets = virtualServiceTargets(release).map((target) => {
    const name = virtualServiceName(target);
    const namespace = String(target.name).replace(/\.cluster\.local$/, '').slice(name.length + 1) || release.namespace;
    return { name, ...namespace !== undefined && { namespace }, spec: found(release, manifests, VIRTUAL_SERVICE, name, namespace).spec ?? {} };
  });
  return targets.sort((one, other) => one.name < other.name ? -1 : 1);
}

export function readDestinationRule(release: Release, manifests: ManifestSet): DestinationRuleState | null {
  const name = release.canary?.trafficRouting?.istio?.destinationRule?.name;
  if (!name) {
    return null;
  }
  const { spec = {} } = found(release, manifests, DESTINATION_RULE, name, release.namespace);
  return { name, host: spec.host, subsets: (spec.subsets ?? []).map((subset: Manifest) => ({ name: subset.name, hash: 0 })) };
}

/** The Services of the strategy. */
export function serviceNames({ blueGreen = {}, canary = {} }: Release): string[] {
  const { pingService, pongService } = canary.pingPong ?? {};
  return [blueGreen.activeService, blueGreen.previewService, canary.stableService, canary.canaryService, pingService, pongService].filter(Boolean);
}

function found({ name: rollout }: Release, manifests: ManifestSet, kind: KindName, name: string, namespace: string | undefined): Manifest {
  const manifest = manifests.find(kind, name, namespace);
  if (!manifest) {
    throw new Error(`Rollout ${rollout} refers to ${kind.kind} ${name}, which is not among the manifests; pass it too`);
  }
  return manifest;
}
