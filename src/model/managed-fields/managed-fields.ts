import { IgnoreDifference } from './ignore-difference';
import { istioObjects } from './istio-fields';
import { ManagedObject } from './managed-object';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { readRelease } from '../release/read-release';
import { Release } from '../release/release';

/** A `/` of the name, as JSON pointers write it. */
const MANAGED_BY = '/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts';

/**
 * What the controller rewrites at run time because of one Rollout, object by object. Read from the manifest, so that patches
 * count, and objects that are known by name alone.
 */
export function managedFields(rollout: Manifest, autoscaled: boolean): IgnoreDifference[] {
  return managedObjects(readRelease(rollout), autoscaled).map(({ fields }) => fields);
}

/** The same, with what the controller writes into each object. */
export function managedObjects(release: Release, autoscaled: boolean): ManagedObject[] {
  const { namespace, replicas, name: rollout, services } = release;
  return [
    ...autoscaled && replicas !== undefined ? [replicasOf('argoproj.io', 'Rollout', rollout)] : [],
    ...workloadObjects(release),
    ...[...new Set(services.map(({ name }) => name))].map((name): ManagedObject => ({
      writes: 'selector', fields: { kind: 'Service', name, jsonPointers: [`/spec/selector/${POD_TEMPLATE_HASH_LABEL}`, MANAGED_BY] },
    })),
    ...istioObjects(release, MANAGED_BY),
  ].map(({ writes, fields }) => ({ writes, fields: { ...namespace !== undefined && { namespace }, ...fields } }));
}

/** The controller scales a Deployment down whose pods the Rollout takes over. */
function workloadObjects({ template }: Release): ManagedObject[] {
  const isScaled = template.kind === 'workload' && template.workloadKind === 'Deployment' && ['onsuccess', 'progressively'].includes(template.scaleDown ?? '');
  return isScaled ? [replicasOf('apps', 'Deployment', template.name)] : [];
}

function replicasOf(group: string, kind: string, name: string): ManagedObject {
  return { writes: 'replicas', fields: { group, kind, name, jsonPointers: ['/spec/replicas'] } };
}
