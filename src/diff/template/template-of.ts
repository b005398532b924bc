import { dropPodDefaults } from './pod-defaults';
import { canonicalTemplate } from '../../core/canonical-template';
import { POD_TEMPLATE_HASH_LABEL } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { at, record } from '../../core/read';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { podTemplateOf } from '../../model/release/pod-template';
import { readRelease } from '../../model/release/read-release';
import { canonicalPods } from '../fields/canonical';

/** The pod template of a Rollout, and who holds it. */
export interface HeldTemplate {
  /** As it is written. */
  readonly written: Manifest;
  /** As the controller compares it: equal ones start no release. */
  readonly effective: unknown;
  readonly effectiveJson: string;
  /** Where it stands in the object that holds it. */
  readonly path: readonly string[];
  /** The object that holds it, where it is not the Rollout. */
  readonly workload?: Manifest;
}

/** The template by which the controller makes pods; nothing where the workload that holds it is not among the manifests. */
export function templateOf(rollout: Manifest, set: ManifestSet): HeldTemplate | undefined {
  const found = podTemplateOf(set, readRelease(rollout));
  return found && { ...held(found.template, found.path), ...found.workload && { workload: found.workload } };
}

function held(written: Manifest, path: readonly string[]): HeldTemplate {
  const effective = canonicalPods(canonicalTemplate(record(canonicalPods(written))));
  const metadata = record(record(effective).metadata);
  delete metadata.creationTimestamp;
  delete record(metadata.labels)[POD_TEMPLATE_HASH_LABEL];
  dropPodDefaults(effective);
  const compared = canonicalPods(effective);
  return { written, effective: compared, effectiveJson: JSON.stringify(compared), path };
}

/** The labels of the pods, without the hash. */
export function podLabels(template: HeldTemplate | undefined): Manifest {
  return record(at(template?.effective, 'metadata', 'labels'));
}
