import { matchText } from './match-text';
import { Manifest } from '../../core/manifest';
import { at, items, namespaceOf, record, text } from '../../core/read';
import { VIRTUAL_SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { near, SetIndex } from '../../model/manifests/set-index';
import { gatewaysOf, hostsOf } from '../../model/routing/istio/fields';

/** By which hosts and Gateways requests come to a VirtualService. */
export interface Attachment {
  readonly hosts: readonly string[];
  /** As `namespace/name`, or `mesh`. */
  readonly gateways: readonly string[];
  /** The one that delegates to it. */
  readonly root?: Manifest;
  /** Which requests the root hands on. */
  readonly match?: string;
}

const DELEGATING = new SetIndex(VIRTUAL_SERVICE, (virtualService) => items(at(virtualService, 'spec', 'http'), '').flatMap(({ value }) => {
  const key = delegateKey(virtualService, value);
  return key === undefined ? [] : [key];
}));

/** The hosts and Gateways of its own; without hosts, those of each VirtualService that delegates to it. */
export function attachmentsOf(set: ManifestSet, virtualService: Manifest): Attachment[] {
  const hosts = hostsOf(virtualService);
  if (hosts.length > 0) {
    return [{ hosts, gateways: gatewaysOf(virtualService) }];
  }
  const key = near(virtualService, text(at(virtualService, 'metadata', 'name')));
  return DELEGATING.find(set, key).flatMap((root) => items(at(root, 'spec', 'http'), '')
    .filter(({ value }) => delegateKey(root, value) === key)
    .map(({ value }): Attachment => {
      const match = matchText('http', value);
      return { hosts: hostsOf(root), gateways: gatewaysOf(root), root, ...match !== undefined && { match } };
    }));
}

function delegateKey(virtualService: Manifest, route: Manifest): string | undefined {
  const { name, namespace } = record(route.delegate);
  return text(name) ? `${text(namespace) || (namespaceOf(virtualService) ?? '')}/${text(name)}` : undefined;
}
