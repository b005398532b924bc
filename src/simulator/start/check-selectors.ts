import { serviceNames } from './read-objects';
import { Manifest } from '../../core/manifest';
import { record } from '../../core/read';
import { SERVICE } from '../../plan/kinds';
import { ManifestSet } from '../../plan/manifest-set';
import { Release } from '../model/release';

/** Throws where a Service that the Rollout names selects by a label that its pods do not have: the controller takes no such Rollout. */
export function checkSelectors(release: Release, manifests: ManifestSet, template: Manifest): void {
  const labels = record(record(template.metadata).labels);
  for (const name of serviceNames(release)) {
    const selector = Object.entries(record(manifests.find(SERVICE, name, release.namespace)?.spec?.selector));
    const missing = selector.find(([key, value]) => labels[key] !== value);
    if (missing) {
      throw new Error(`Rollout ${release.name} is invalid: Service ${name} selects by ${missing.join(': ')}, which is no label of its pods`);
    }
  }
}
