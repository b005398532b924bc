import { Manifest } from '../../core/manifest';
import { namespaceOf } from '../../core/read';
import { serviceKeyOfHost, serviceOfHost } from '../../model/routing/istio/fields';
import { Start } from '../../simulator/start/start';

/** Finds the Service of the release behind a host of a VirtualService; nothing where it is another's. */
export type Ours = (host: string) => string | undefined;

/** A namespace that is not written is that of whoever applies, which a written one may be too. */
export function oursOf(rollout: Manifest, { state }: Start): (virtualService: Manifest) => Ours {
  const namespace = namespaceOf(rollout);
  return (virtualService) => (host) => {
    const found = serviceOfHost(host, namespaceOf(virtualService));
    const isNear = found && (found.namespace === namespace || found.namespace === undefined || namespace === undefined);
    return isNear && Object.hasOwn(state.services, found.name) ? found.name : undefined;
  };
}

/** What an index of routes has a host by: its Service with the namespace, and in any. */
export function keysOfHost(host: string, namespace: string | undefined): string[] {
  const key = serviceKeyOfHost(host, namespace);
  return key === undefined ? [] : [key, key.replace(/^.*\//, '*/')];
}

/** What such an index has the Services of a release by. */
export function keysOfServices(rollout: Manifest, { state }: Start): string[] {
  const namespace = namespaceOf(rollout);
  return Object.keys(state.services).flatMap((service) => namespace === undefined ? [`*/${service}`] : [`${namespace}/${service}`, `/${service}`]);
}
