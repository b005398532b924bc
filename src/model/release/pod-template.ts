import { Release } from './release';
import { Manifest } from '../../core/manifest';
import { at, isRecord } from '../../core/read';
import { KindName, kindOf, ManifestSet } from '../manifests/manifest-set';

/** A pod template, and where it is written. */
export interface PodTemplate {
  readonly template: Manifest;
  /** The keys under which its object holds it. */
  readonly path: readonly string[];
  /** The object that holds it, where that is not the Rollout. */
  readonly workload?: Manifest;
}

/** The kind of the workload that holds the template of a release; nothing where the Rollout itself holds it. */
export function workloadKind({ template }: Pick<Release, 'template'>): KindName | undefined {
  return template.kind === 'workload' ? kindOf({ apiVersion: template.apiVersion, kind: template.workloadKind }) : undefined;
}

/** The template by which the controller makes pods; nothing where it is missing, or its workload is not among the manifests. */
export function podTemplateOf(set: ManifestSet, release: Pick<Release, 'template' | 'namespace'>): PodTemplate | undefined {
  const { template, namespace } = release;
  if (template.kind === 'own') {
    return template.template && { template: template.template, path: ['spec', 'template'] };
  }
  const workload = set.find(workloadKind(release)!, template.name, namespace);
  const path = template.workloadKind === 'PodTemplate' ? ['template'] : ['spec', 'template'];
  const found = at(workload, ...path);
  return workload && isRecord(found) ? { template: found, path, workload } : undefined;
}
