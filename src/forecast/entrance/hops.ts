import { Manifest } from '../../core/manifest';
import { at, isRecord, items, list, namespaceOf, record, text } from '../../core/read';
import { GATEWAY, INGRESS, SERVICE } from '../../plan/kinds';
import { ManifestSet } from '../../plan/manifest-set';
import { SetIndex } from '../../plan/set-index';
import { Hop } from '../release-forecast';

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
export function hopsTo(set: ManifestSet, virtualService: Manifest, hosts: readonly string[], gateways: readonly string[]): Hop[] {
  const outer = gateways.filter((gateway) => gateway !== 'mesh');
  const found = outer.map((gateway) => findGateway(set, virtualService, gateway));
  const before = outer.length === 0 ? [] : [...ingressHops(set, hosts), ...loadBalancerHops(set, found.filter(isRecord))];
  const mesh: Hop[] = outer.length === 0 ? [{ kind: 'Gateway', name: 'mesh', detail: 'sidecars of callers' }] : [];
  const named = outer.map((gateway): Hop => {
    const [namespace, name] = gateway.includes('/') ? gateway.split('/') : [namespaceOf(virtualService), gateway];
    return { kind: 'Gateway', name, ...namespace && { namespace }, ...gateways.includes('mesh') && { detail: 'and sidecars of callers' } };
  });
  return [...before, ...joined([...named, ...mesh])];
}

/** Several Gateways stand side by side. */
function joined(gateways: Hop[]): Hop[] {
  const [first, ...others] = gateways;
  return others.length === 0 ? gateways : [{ ...first, name: gateways.map(({ name }) => name).join(', ') }];
}

function findGateway(set: ManifestSet, virtualService: Manifest, gateway: string): Manifest | undefined {
  const [namespace, name] = gateway.includes('/') ? gateway.split('/') : [namespaceOf(virtualService), gateway];
  return set.find(GATEWAY, name, namespace);
}

/** Ingresses with one of the hosts that lead elsewhere than to the pods: to the ingress gateway. */
function ingressHops(set: ManifestSet, hosts: readonly string[]): Hop[] {
  const keys = hosts.flatMap((host) => [host, host.replace(/^[^.]+/, '*')]);
  const found = new Set([...keys, ''].flatMap((key) => INGRESSES.find(set, key)));
  return joined([...found].map(ingressHop));
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
  const before = LOAD_BALANCERS.find(set, 'all').filter((service) => gateways.some((gateway) => selects(service, gateway)));
  return joined(before.map((service): Hop => ({
    kind: 'Service', name: text(at(service, 'metadata', 'name')), ...nameSpace(service), detail: isNetworkLoadBalancer(service) ? 'NLB' : 'load balancer',
  })));
}

function selects(service: Manifest, gateway: Manifest): boolean {
  const wanted = Object.entries(record(at(gateway, 'spec', 'selector')));
  const selector = record(at(service, 'spec', 'selector'));
  return wanted.length > 0 && wanted.every(([key, value]) => selector[key] === value);
}

function isNetworkLoadBalancer(service: Manifest): boolean {
  const type = text(record(at(service, 'metadata', 'annotations'))['service.beta.kubernetes.io/aws-load-balancer-type']);
  return ['nlb', 'nlb-ip', 'external'].includes(type) || text(at(service, 'spec', 'loadBalancerClass')).endsWith('/nlb');
}

function nameSpace(manifest: Manifest): { namespace?: string } {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? {} : { namespace };
}

/** The hosts of an object, as texts. */
export function textsOf(value: unknown): string[] {
  return list(value).map(text).filter(Boolean);
}
