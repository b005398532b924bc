import { Manifest } from '../../core/manifest';
import { record } from '../../core/read';
import { Release } from '../../model/release/release';
import { ServiceState } from '../model/state';

/** Throws where pods do not have a label by which the Rollout or a Service that it names selects: the controller takes no such Rollout. */
export function checkSelectors(release: Release, services: Readonly<Record<string, ServiceState>>, template: Manifest): void {
  const labels = record(record(template.metadata).labels);
  const missing = (selector: Readonly<Record<string, string>>) => Object.entries(selector).find(([key, value]) => labels[key] !== value);
  for (const { name } of release.services) {
    const label = missing(services[name].selector);
    if (label) {
      throw new Error(`Rollout ${release.name} is invalid: Service ${name} selects by ${label.join(': ')}, which is no label of its pods`);
    }
  }
  const label = missing(release.selector);
  if (label) {
    throw new Error(`Rollout ${release.name} is invalid: it selects by ${label.join(': ')}, which is no label of its pods`);
  }
}
