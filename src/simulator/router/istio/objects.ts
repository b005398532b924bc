import { Manifest } from '../../../core/manifest';
import { isRecord, items, namespaceOf, record, text } from '../../../core/read';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { isNamed, ManifestSet } from '../../../model/manifests/manifest-set';
import { serviceOfHost } from '../../../model/manifests/services';
import { Release } from '../../../model/release/release';
import { destinationRuleTarget, VirtualServiceTarget, virtualServiceTargets } from '../../../model/routing/istio/targets';
import { Pass } from '../../controller/pass';
import { SubsetsState } from '../../model/state';
import { findObject } from '../../start/find-object';
import { versionServices, VersionServices } from '../version-services';

/** The VirtualServices that the Rollout names, in the order of their names. */
export function readVirtualServices(release: Release, set: ManifestSet): Manifest[] {
  const objects = virtualServiceTargets(release).map(({ name, namespace }) => findObject(release, set, VIRTUAL_SERVICE, name, namespace));
  return [...new Set(objects)]
    .sort((one, other) => one.metadata.name < other.metadata.name ? -1 : 1)
    .map((object) => isRecord(object.spec) ? object : { ...object, spec: {} });
}

/** The DestinationRule that tells the versions apart. */
export function readSubsets(release: Release, set: ManifestSet): SubsetsState | null {
  const target = destinationRuleTarget(release);
  if (!target?.name) {
    return null;
  }
  const object = findObject(release, set, DESTINATION_RULE, target.name, release.namespace);
  const { host, subsets } = record(object.spec);
  const service = serviceOfHost(text(host), namespaceOf(object));
  return {
    object,
    host: text(host),
    ...service && { service: { name: service.name, ...service.namespace !== undefined && { namespace: service.namespace } } },
    subsets: items(subsets, '').map(({ value }) => ({ name: text(value.name), hash: 0 })),
  };
}

/** Rewrites the VirtualServices, each with its target; one for which nothing new comes back stays. */
export function updateVirtualServices(
  pass: Pass, update: (spec: Manifest, target: VirtualServiceTarget) => Manifest, targets = virtualServiceTargets(pass.release),
): void {
  for (const target of targets) {
    const write = (object: Manifest) => {
      const spec = isNamed(target, object) ? update(object.spec, target) : object.spec;
      return spec === object.spec ? object : { ...object, spec };
    };
    pass.next = { ...pass.next, routingObjects: pass.next.routingObjects.map(write) };
  }
}

/** The Services of the two versions, as Istio chooses them. */
export function istioServices({ release, status }: Pass): VersionServices {
  return versionServices(release, status, false);
}

/** The first label of the host; the controller looks at no more of it. */
export function hostOf(entry: Manifest): string {
  return String(entry.destination?.host ?? '').split('.')[0];
}
