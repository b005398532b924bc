import { selects } from '../../core/labels';
import { Manifest } from '../../core/manifest';
import { at, isRecord, items, namespaceOf, record, text } from '../../core/read';
import { GATEWAY, INGRESS, SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { Hop } from '../release-forecast';
import { Attachment } from './attachment';

const INGRESSES = new SetIndex(INGRESS, (ingress) => rulesOf(ingress).map(({ host }) => host));
const LOAD_BALANCERS = new SetIndex(SERVICE, (service) => at(service, 'spec', 'type') === 'LoadBalancer' ? ['all'] : []);

/** A rule of an Ingress, taken apart. */
export interface IngressRule {
  /** Empty for all hosts. */
  readonly host: string;
  readonly path: string;
  readonly service: string;
}

/** What an Ingress sends where. */
export function rulesOf(ingress: Manifest): IngressRule[] {
  const fallback = text(at(ingress, 'spec', 'defaultBackend', 'service', 'name'));
  const rules = items(at(ingress, 'spec', 'rules'), '').flatMap(({ value: rule }) => items(at(rule, 'http', 'paths'), '').map(({ value }) => ({
    host: text(rule.host), path: text(value.path), service: text(at(value, 'backend', 'service', 'name')),
  })));
  return [...rules, ...fallback ? [{ host: '', path: '', service: fallback }] : []];
}

/** What stands before a VirtualService: load balancers, then Gateways. */
export function hopsTo(set: ManifestSet, { hosts, gateways, root }: Attachment): Hop[] {
  const outer = gateways.filter((gateway) => gateway !== 'mesh').map(splitName);
  const found = outer.map(({ name, namespace }) => set.find(GATEWAY, name, namespace)).filter(isRecord);
  const before = outer.length === 0 ? [] : [...ingressHops(set, hosts, outer), ...loadBalancerHops(set, found)];
  const mesh: Hop[] = outer.length === 0 ? [{ kind: 'Gateway', name: 'mesh', detail: 'sidecars of callers' }] : [];
  const named = outer.map(({ name, namespace }): Hop => (
    { kind: 'Gateway', name, ...namespace && { namespace }, ...gateways.includes('mesh') && { detail: 'and sidecars of callers' } }
  ));
  return [...before, ...joined([...named, ...mesh]), ...root ? [virtualServiceHop(root, 'delegates')] : []];
}

function splitName(gateway: string): { readonly name: string; readonly namespace?: string } {
  const [namespace, name] = gateway.split('/');
  return namespace ? { name, namespace } : { name };
}

export function virtualServiceHop(virtualService: Manifest, route: string): Hop {
  return { kind: 'VirtualService', name: text(at(virtualService, 'metadata', 'name')), ...nameSpace(virtualService), detail: route === 'delegates' ? route : `route ${route}` };
}

/** Several Gateways stand side by side. */
function joined(gateways: Hop[]): Hop[] {
  const [first, ...others] = gateways;
  return others.length === 0 ? gateways : [{ ...first, name: gateways.map(({ name }) => name).join(', ') }];
}

/** Ingresses with one of the hosts; one for all hosts only where it can lead to a Gateway: in the namespace of its pods. */
function ingressHops(set: ManifestSet, hosts: readonly string[], gateways: ReadonlyArray<{ readonly namespace?: string }>): Hop[] {
  const named = new Set(hosts.flatMap((host) => [host, host.replace(/^[^.]+/, '*')]).flatMap((key) => INGRESSES.find(set, key)));
  const forAll = INGRESSES.find(set, '').filter((ingress) => gateways.some(({ namespace }) => namespace === namespaceOf(ingress)));
  return joined([...named, ...forAll].map(ingressHop));
}

export function ingressHop(ingress: Manifest): Hop {
  return { kind: 'Ingress', name: text(at(ingress, 'metadata', 'name')), ...nameSpace(ingress), detail: ingressDetail(ingress) };
}

function ingressDetail(ingress: Manifest): string {
  const annotations = record(at(ingress, 'metadata', 'annotations'));
  const name = text(at(ingress, 'spec', 'ingressClassName')) || text(annotations['kubernetes.io/ingress.class']);
  const scheme = text(annotations['alb.ingress.kubernetes.io/scheme']);
  return [name === 'alb' ? 'ALB' : name || 'load balancer', scheme].filter(Boolean).join(', ');
}

/** Services of type LoadBalancer that select the pods of a Gateway. */
function loadBalancerHops(set: ManifestSet, gateways: Manifest[]): Hop[] {
  const before = LOAD_BALANCERS.find(set, 'all').filter((service) => gateways.some((gateway) => selects(at(gateway, 'spec', 'selector'), record(at(service, 'spec', 'selector')))));
  return joined(before.map((service): Hop => ({
    kind: 'Service', name: text(at(service, 'metadata', 'name')), ...nameSpace(service), detail: isNetworkLoadBalancer(service) ? 'NLB' : 'load balancer',
  })));
}

function isNetworkLoadBalancer(service: Manifest): boolean {
  const type = text(record(at(service, 'metadata', 'annotations'))['service.beta.kubernetes.io/aws-load-balancer-type']);
  return ['nlb', 'nlb-ip', 'external'].includes(type) || text(at(service, 'spec', 'loadBalancerClass')).endsWith('/nlb');
}

function nameSpace(manifest: Manifest): { namespace?: string } {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? {} : { namespace };
}
