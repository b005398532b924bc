import { withoutServiceDefaults } from './service-fields';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { isRecord } from '../../core/read';
import { SERVICE } from '../../model/manifests/kinds';
import { SUBSETS_KIND } from '../../model/routing/subsets';
import { isKind } from '../objects/is-kind';

/** What the API server writes into an object. */
const SERVER_METADATA = new Set(['creationTimestamp', 'managedFields', 'resourceVersion', 'uid', 'generation', 'selfLink']);

/** What kubectl and the controller note in an object. */
const NOTES = new Set([
  'kubectl.kubernetes.io/last-applied-configuration', 'argo-rollouts.argoproj.io/managed-by-rollouts',
  'rollout.argoproj.io/revision', 'rollout.argoproj.io/workload-generation',
]);

/** An object without what the cluster adds: one side may be what `kubectl get` printed. */
export function writtenByHand(manifest: Manifest): Manifest {
  const { status, ...rest } = manifest;
  const metadata = isRecord(rest.metadata) ? { metadata: metadataOf(rest.metadata) } : {};
  return { ...rest, ...metadata, ...isRecord(rest.spec) && { spec: specOf(rest.spec, manifest) } };
}

function metadataOf(metadata: Manifest): Manifest {
  const own = without(metadata, (key) => SERVER_METADATA.has(key));
  return isRecord(own.annotations) ? { ...own, annotations: without(own.annotations, (key) => NOTES.has(key)) } : own;
}

function specOf(spec: Manifest, manifest: Manifest): Manifest {
  return isKind(manifest, SERVICE) ? withoutServiceDefaults(withoutHash(spec, manifest)) : withoutHash(spec, manifest);
}

/** The hash by which the controller tells pods apart stands in selectors and in the labels of subsets. */
function withoutHash(spec: Manifest, manifest: Manifest): Manifest {
  const isHash = (key: string) => key === POD_TEMPLATE_HASH_LABEL;
  if (isKind(manifest, SERVICE) && isRecord(spec.selector)) {
    return { ...spec, selector: without(spec.selector, isHash) };
  }
  if (isKind(manifest, SUBSETS_KIND) && Array.isArray(spec.subsets)) {
    const withLabels = (subset: Manifest) => isRecord(subset.labels) ? { ...subset, labels: without(subset.labels, isHash) } : subset;
    return { ...spec, subsets: spec.subsets.map((subset) => isRecord(subset) ? withLabels(subset) : subset) };
  }
  return spec;
}

function without(map: Manifest, drop: (key: string) => boolean): Manifest {
  return Object.keys(map).some(drop) ? Object.fromEntries(Object.entries(map).filter(([key]) => !drop(key))) : map;
}
