import { Manifest } from '../../core/manifest';
import { at, namespaceOf, text } from '../../core/read';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { isNetworkLoadBalancer } from '../../model/manifests/services';
import { Attachment, Parent } from '../../model/routing/adapter';
import { RoutingKind } from '../../model/routing/capabilities';
import { ingressesInFront, loadBalancersInFront } from '../../model/routing/in-front';
import { CalledRoute, routeTitle } from '../../model/routing/routes';
import { Hop } from '../release-forecast';

/** The objects that requests pass before a route, and the route's own: load balancers, then gateways, then the object that delegates. */
export function hopsTo(set: ManifestSet, attachment: Attachment, route: CalledRoute): Hop[] {
  const own = hopOf(route.object, routeTitle(route));
  const { parents, root } = attachment;
  if (parents.some(({ kind }) => kind === 'loadBalancer')) {
    return [own];
  }
  const ingresses = ingressesInFront(set, attachment).map((object) => hopOf(object, routeTitle({ object, key: '', hosts: [], matches: [] })));
  const loadBalancers = loadBalancersInFront(set, attachment).map((service): Hop => (
    { kind: 'Service', ...named(service), detail: isNetworkLoadBalancer(service) ? 'NLB' : 'load balancer' }
  ));
  return [...joined(ingresses), ...joined(loadBalancers), ...gatewayHops(attachment), ...root ? [hopOf(root, 'delegates')] : [], own];
}

/** Whether the sidecars of callers route to it: by its own word, or because it names no gateway. */
export function isMesh({ parents }: Attachment): boolean {
  return parents.length === 0 || parents.some(({ kind }) => kind === 'mesh');
}

function gatewayHops(attachment: Attachment): Hop[] {
  const gateways = attachment.parents.filter(({ kind }) => kind === 'gateway');
  const firstOf = (gateway: Parent) => gateways.findIndex(({ name, namespace }) => name === gateway.name && namespace === gateway.namespace);
  const unique = gateways.filter((gateway, index) => firstOf(gateway) === index);
  const hops = unique.map(({ name, namespace }): Hop => (
    { kind: 'Gateway', name, ...namespace !== undefined && { namespace }, ...isMesh(attachment) && { detail: 'and sidecars of callers' } }
  ));
  return hops.length === 0 ? [{ kind: 'Gateway', name: 'mesh', detail: 'sidecars of callers' }] : joined(hops);
}

/** Several objects that requests may pass are one hop. */
function joined(hops: Hop[]): Hop[] {
  const [first, ...others] = hops;
  return others.length === 0 ? hops : [{ ...first, name: hops.map(({ name }) => name).join(', ') }];
}

function hopOf(object: Manifest, detail: string): Hop {
  return { kind: text(object.kind) as RoutingKind, ...named(object), detail };
}

function named(object: Manifest): { readonly name: string; readonly namespace?: string } {
  const namespace = namespaceOf(object);
  return { name: text(at(object, 'metadata', 'name')), ...namespace !== undefined && { namespace } };
}
