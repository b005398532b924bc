import { IgnoreDifference } from './ignore-difference';
import { istioFields } from './istio-fields';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { readRoles } from '../summary/read-strategy';

/** A `/` of the name, as JSON pointers write it. */
const MANAGED_BY = '/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts';

/**
 * What the controller rewrites at run time because of one Rollout, object by object. Read from the manifest, so that patches
 * count, and objects that are known by name alone.
 */
export function managedFields(rollout: Manifest, autoscaled: boolean): IgnoreDifference[] {
  const { namespace } = rollout.metadata;
  const strategy: Manifest = rollout.spec?.strategy ?? {};
  const names = readRoles(strategy).services.map(({ name }) => name);
  return [
    ...autoscaled && rollout.spec?.replicas !== undefined ? [replicasOf('argoproj.io', 'Rollout', rollout.metadata.name)] : [],
    ...workloadFields(rollout.spec?.workloadRef),
    ...[...new Set(names)].map((name) => ({
      kind: 'Service', name, jsonPointers: [`/spec/selector/${POD_TEMPLATE_HASH_LABEL}`, MANAGED_BY],
    })),
    ...istioFields(strategy.canary ?? {}, MANAGED_BY),
  ].map((fields) => ({ ...namespace !== undefined && { namespace }, ...fields }));
}

/** The controller scales a Deployment down whose pods the Rollout takes over. */
function workloadFields(workload: Manifest | undefined): IgnoreDifference[] {
  const scaled = workload?.kind === 'Deployment' && ['onsuccess', 'progressively'].includes(workload.scaleDown);
  return scaled ? [replicasOf('apps', 'Deployment', workload.name)] : [];
}

function replicasOf(group: string, kind: string, name: string): IgnoreDifference {
  return { group, kind, name, jsonPointers: ['/spec/replicas'] };
}
