import { Manifest } from '../../core/manifest';
import { namespaceOf, text } from '../../core/read';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';

/** The template that an analysis of a Rollout names. */
export function findTemplate(set: ManifestSet, rollout: Manifest, { templateName, clusterScope }: Manifest): Manifest | undefined {
  return clusterScope === true
    ? set.find(CLUSTER_ANALYSIS_TEMPLATE, text(templateName), undefined)
    : set.find(ANALYSIS_TEMPLATE, text(templateName), namespaceOf(rollout));
}
