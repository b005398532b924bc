import { Attachment, Parent } from './adapter';
import { routesOf } from './routes';
import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { at, isRecord, namespaceOf } from '../../core/read';
import { INGRESS, SERVICE } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';
import { isLoadBalancer, selectorOf } from '../manifests/services';
import { SetIndex } from '../manifests/set-index';

const ALL = '';

/** By the hosts of their paths, and by nothing where these take all hosts. */
const INGRESSES = new SetIndex(INGRESS, (ingress) => routesOf(ingress).flatMap(({ hosts }) => hosts.length === 0 ? [ALL] : hosts));
const LOAD_BALANCERS = new SetIndex(SERVICE, (service) => isLoadBalancer(service) ? [ALL] : []);

/** Ingresses that may send requests to gateways: those with one of the hosts; one for all hosts only in the namespace of the gateways' pods. */
export function ingressesInFront(set: ManifestSet, { hosts, parents }: Attachment): Manifest[] {
  const gateways = parents.filter(isGateway);
  const named = hosts.map((host) => host.toLowerCase()).flatMap((host) => [host, host.replace(/^[^.]+/, '*')]).flatMap((host) => INGRESSES.find(set, host));
  const forAll = INGRESSES.find(set, ALL).filter((ingress) => gateways.some(({ namespace }) => namespace === namespaceOf(ingress)));
  return gateways.length === 0 ? [] : [...new Set([...named, ...forAll])];
}

/** Services of type LoadBalancer that select the pods of gateways. */
export function loadBalancersInFront(set: ManifestSet, { parents }: Attachment): Manifest[] {
  const gateways = parents.filter(isGateway).map(({ group = '', name, namespace }) => set.find({ group, kind: 'Gateway' }, name, namespace)).filter(isRecord);
  return gateways.length === 0 ? [] : LOAD_BALANCERS.find(set, ALL).filter((service) => (
    gateways.some((gateway) => selects(at(gateway, 'spec', 'selector'), selectorOf(service)))
  ));
}

function isGateway({ kind }: Parent): boolean {
  return kind === 'gateway';
}
