import { LedPath } from './led-path';
import { Manifest } from '../../../core/manifest';
import { at, items, list, namespaceOf, record, text } from '../../../core/read';
import { HTTP_ROUTE, INGRESS, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { near } from '../../../model/manifests/set-index';
import { gatewaysOf, hostsOf } from '../../../model/routing/istio/fields';
import { isKind } from '../../objects/is-kind';

const ALL = { host: '', value: '/', type: 'Prefix', isNarrowed: false } as const;

/** What an Ingress or an HTTPRoute leads where; of a VirtualService the hosts, with all that it does with them. */
export function pathsOf(object: Manifest): LedPath[] {
  return READERS.find(([kind]) => isKind(object, kind))?.[1](object) ?? [];
}

function ofIngress(ingress: Manifest): LedPath[] {
  const fallback = text(at(ingress, 'spec', 'defaultBackend', 'service', 'name'));
  const rules = items(at(ingress, 'spec', 'rules'), 'spec.rules').flatMap(({ value: rule, path }) => (
    items(at(rule, 'http', 'paths'), `${path}.http.paths`).map(({ value, path: place }): LedPath => ({
      host: text(rule.host).toLowerCase(),
      value: text(value.path) || '/',
      type: value.pathType === 'Exact' || value.pathType === 'Prefix' ? value.pathType : 'Pattern',
      isNarrowed: false,
      services: [near(ingress, text(at(value, 'backend', 'service', 'name')))],
      at: place,
    }))
  ));
  return [...rules, ...fallback === '' ? [] : [{ ...ALL, services: [near(ingress, fallback)], at: 'spec.defaultBackend' }]];
}

const TYPES: Record<string, LedPath['type']> = { Exact: 'Exact', PathPrefix: 'Prefix' };

function ofHttpRoute(route: Manifest): LedPath[] {
  const hosts = hostNamesOf(route);
  return items(at(route, 'spec', 'rules'), 'spec.rules').flatMap(({ value: rule, path: place }) => {
    const services = servicesOf(route, rule);
    const matches = list(rule.matches).length > 0 ? items(rule.matches, `${place}.matches`) : [{ value: {}, path: place }];
    return matches.flatMap(({ value: { path, ...others }, path: where }) => (hosts.length > 0 ? hosts : ['']).map((host): LedPath => ({
      host,
      value: text(record(path).value) || '/',
      type: path === undefined ? 'Prefix' : TYPES[text(record(path).type) || 'PathPrefix'] ?? 'Pattern',
      isNarrowed: Object.keys(others).length > 0,
      services,
      at: where,
    })));
  });
}

/** The hosts of an HTTPRoute; without any it takes those of its Gateway. */
export function hostNamesOf(route: Manifest): string[] {
  return list(at(route, 'spec', 'hostnames')).map(text).filter((host) => host !== '').map((host) => host.toLowerCase());
}

function servicesOf(route: Manifest, rule: Manifest): string[] {
  return items(rule.backendRefs, '').map(({ value }) => value)
    .filter(({ kind, weight }) => (kind === undefined || kind === 'Service') && weight !== 0)
    .map(({ name, namespace }) => `${text(namespace) || (namespaceOf(route) ?? '')}/${text(name)}`);
}

function ofVirtualService(virtualService: Manifest): LedPath[] {
  return gatewaysOf(virtualService).every((gateway) => gateway === 'mesh')
    ? []
    : hostsOf(virtualService).map((host) => ({ ...ALL, host: host === '*' ? '' : host.toLowerCase(), services: [], at: 'spec.hosts' }));
}

const READERS = [[INGRESS, ofIngress], [HTTP_ROUTE, ofHttpRoute], [VIRTUAL_SERVICE, ofVirtualService]] as const;
