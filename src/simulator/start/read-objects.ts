import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { isRecord, items, namespaceOf, record, text } from '../../core/read';
import { DESTINATION_RULE, SERVICE, VIRTUAL_SERVICE } from '../../model/manifests/kinds';
import { KindName, ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { serviceOfHost } from '../../model/routing/istio/fields';
import { Release } from '../model/release';
import { ServiceState, SubsetsState } from '../model/state';
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

/** The objects that the Rollout names for its routes, in the order of their names. */
export function readRoutingObjects(release: Release, manifests: ManifestSet): Manifest[] {
  const objects = virtualServiceTargets(release).map((target) => {
    const name = virtualServiceName(target);
    const namespace = String(target.name).replace(/\.cluster\.local$/, '').slice(name.length + 1) || release.namespace;
    const object = found(release, manifests, VIRTUAL_SERVICE, name, namespace);
    return isRecord(object.spec) ? object : { ...object, spec: {} };
  });
  return [...new Set(objects)].sort((one, other) => one.metadata.name < other.metadata.name ? -1 : 1);
}

/** The object that defines the subsets of the two versions. */
export function readSubsets(release: Release, manifests: ManifestSet): SubsetsState | null {
  const name = release.canary?.trafficRouting?.istio?.destinationRule?.name;
  if (!name) {
    return null;
  }
  const object = found(release, manifests, DESTINATION_RULE, name, release.namespace);
  const { host, subsets } = record(object.spec);
  const service = serviceOfHost(text(host), namespaceOf(object));
  return {
    object,
    host: text(host),
    ...service && { service: { name: service.name, ...service.namespace !== undefined && { namespace: service.namespace } } },
    subsets: items(subsets, '').map((subset) => ({ name: text(subset.value.name), hash: 0 })),
  };
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
