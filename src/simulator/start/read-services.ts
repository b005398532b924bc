import { findObject } from './find-object';
import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { at, namespaceOf, record } from '../../core/read';
import { SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { Release } from '../../model/release/release';
import { ServiceState } from '../model/state';

const SERVICES = new SetIndex(SERVICE, (service) => [namespaceOf(service) ?? '']);

/** The Services of the strategy, and the others that select the pods. */
export function readServices(release: Release, set: ManifestSet, template: Manifest): Record<string, ServiceState> {
  const named = release.services.map(({ name }) => name);
  named.forEach((name) => findObject(release, set, SERVICE, name, release.namespace));
  const labels = record(at(template, 'metadata', 'labels'));
  const services = SERVICES.find(set, release.namespace ?? '');
  const counting = services.filter(({ metadata, spec }) => named.includes(metadata.name) || selects(spec?.selector, labels));
  return Object.fromEntries(counting.map(({ metadata }) => metadata.name).sort().map((name: string) => [name, {
    selector: record(set.find(SERVICE, name, release.namespace)?.spec?.selector), managed: false, hash: 0,
  }]));
}
