import { serviceOfHost } from '../manifests/services';
import { destinationRuleTarget } from './istio/targets';
import { serviceKey, ServiceName } from './route';
import { Manifest } from '../../core/manifest';
import { at, isRecord, items, namespaceOf, shown, text } from '../../core/read';
import { DESTINATION_RULE, ROLLOUT } from '../manifests/kinds';
import { KindName, kindOf, ManifestSet } from '../manifests/manifest-set';
import { near, SetIndex } from '../manifests/set-index';
import { readRelease } from '../release/read-release';
import type { Release } from '../release/release';

/** The kind of object that tells the pods of a Service apart by their labels; Istio alone has one. */
export const SUBSETS_KIND: KindName = DESTINATION_RULE;

/** Some of the pods of a Service. */
export interface Subset {
  readonly name: string;
  /** The labels that its pods have beyond those of the Service, where some are written. */
  readonly labels?: Manifest;
}

/** The subsets that an object makes of a Service. */
export function subsetsOf(object: Manifest): Subset[] {
  return items(at(object, 'spec', 'subsets'), '').map(({ value: { name, labels } }) => ({ name: text(name), ...isRecord(labels) && { labels } }));
}

/** The Service of whose pods an object makes subsets; nothing of any other object. */
export function subsettedService(object: Manifest): ServiceName | undefined {
  const { group, kind } = kindOf(object);
  return group === SUBSETS_KIND.group && kind === SUBSETS_KIND.kind ? serviceOfHost(text(at(object, 'spec', 'host')), namespaceOf(object)) : undefined;
}

const BY_SERVICE = new SetIndex(SUBSETS_KIND, (object) => {
  const service = subsettedService(object);
  return service ? [serviceKey(service)] : [];
});

/** The objects that make subsets of a Service: the router puts them together. */
export function subsettersOf(set: ManifestSet, service: ServiceName): readonly Manifest[] {
  return BY_SERVICE.find(set, serviceKey(service));
}

/** Whether a release tells its versions apart by subsets. */
export function usesSubsets(release: Pick<Release, 'routers'>): boolean {
  return destinationRuleTarget(release) !== undefined;
}

/** The version that a subset holds in a release that uses subsets; nothing of any other subset. */
export function versionOfSubset(release: Pick<Release, 'routers'>, subset: string): 'stable' | 'canary' | undefined {
  const target = destinationRuleTarget(release);
  return target?.stableSubset === subset ? 'stable' : target?.canarySubset === subset ? 'canary' : undefined;
}

const ROLLOUTS = new SetIndex(ROLLOUT, (rollout) => {
  const target = destinationRuleTarget(readRelease(rollout));
  return target ? [near(rollout, target.name)] : [];
});

/** The Rollouts whose versions an object tells apart by its subsets. */
export function rolloutsBySubsets(set: ManifestSet, object: Manifest): readonly Manifest[] {
  return ROLLOUTS.find(set, near(object, shown(at(object, 'metadata', 'name'))));
}
