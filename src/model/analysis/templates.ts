import { findTemplate } from './find-template';
import { Manifest } from '../../core/manifest';
import { at, items, text } from '../../core/read';
import { ManifestSet } from '../manifests/manifest-set';
import { TemplateReference } from '../release/analyses';

/** The templates that an analysis of a Rollout names, with those that they name in turn, each once; without those that are missing. */
export function templatesOf(set: ManifestSet, rollout: Manifest, references: readonly TemplateReference[]): Manifest[] {
  const found = new Set<Manifest>();
  const visit = ({ name, clusterScope }: Pick<TemplateReference, 'name' | 'clusterScope'>) => {
    const template = findTemplate(set, rollout, { templateName: name, clusterScope });
    if (template && !found.has(template)) {
      found.add(template);
      items(at(template, 'spec', 'templates'), '').forEach(({ value }) => visit({ name: text(value.templateName), clusterScope: value.clusterScope === true }));
    }
  };
  references.forEach(visit);
  return [...found];
}
