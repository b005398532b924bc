import { pathsOf } from './paths/paths-of';
import { Manifest } from '../../core/manifest';
import { at, items, namespaceOf, record, text } from '../../core/read';
import { HTTP_ROUTE, INGRESS, VIRTUAL_SERVICE } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { SetIndex } from '../../model/manifests/set-index';
import { destinationsOf, serviceKeyOfHost } from '../../model/routing/istio/fields';
import { isKind } from '../objects/is-kind';

const ROUTES = new SetIndex(VIRTUAL_SERVICE, (virtualService) => servicesOf(virtualService).map(({ key }) => key));
const [INGRESSES, HTTP_ROUTES] = [INGRESS, HTTP_ROUTE].map((kind) => new SetIndex(kind, ledByPath));

/** A Service to which a VirtualService leads. */
interface Led {
  readonly key: string;
  readonly port: unknown;
  readonly subset: string;
}

/** The VirtualServices and Ingresses that lead to a port of a Service by its number. */
export function usersOfPort(set: ManifestSet, namespace: string | undefined, service: unknown, port: unknown): Manifest[] {
  const key = `${namespace ?? ''}/${text(service)}`;
  const isBackend = (backend: Manifest) => text(backend.name) === text(service) && record(backend.port).number === port;
  return [
    ...ROUTES.find(set, key).filter((route) => servicesOf(route).some((led) => led.key === key && led.port === port)),
    ...INGRESSES.find(set, key).filter((ingress) => backendsOf(ingress).some(isBackend)),
  ];
}

/** The VirtualServices that lead to a subset of a Service. */
export function usersOfSubset(set: ManifestSet, namespace: string | undefined, service: string, subset: string): Manifest[] {
  const key = `${namespace ?? ''}/${service}`;
  return ROUTES.find(set, key).filter((route) => servicesOf(route).some((led) => led.key === key && led.subset === subset));
}

/** The VirtualServices, Ingresses and HTTPRoutes that lead to a Service, given as `namespace/name`. */
export function usersOfService(set: ManifestSet, key: string): Manifest[] {
  return [...ROUTES.find(set, key), ...INGRESSES.find(set, key), ...HTTP_ROUTES.find(set, key)];
}

/** The Services to which a VirtualService, an Ingress or an HTTPRoute leads, as `namespace/name`. */
export function ledTo(object: Manifest): string[] {
  return isKind(object, VIRTUAL_SERVICE) ? servicesOf(object).map(({ key }) => key) : ledByPath(object);
}

function ledByPath(object: Manifest): string[] {
  return pathsOf(object).flatMap(({ services }) => services);
}

function servicesOf(virtualService: Manifest): Led[] {
  return destinationsOf(virtualService).flatMap(({ value }) => {
    const key = serviceKeyOfHost(text(value.host), namespaceOf(virtualService));
    return key === undefined ? [] : [{ key, port: record(value.port).number, subset: text(value.subset) }];
  });
}

function backendsOf(ingress: Manifest): Manifest[] {
  const paths = items(at(ingress, 'spec', 'rules'), '').flatMap(({ value }) => items(at(value, 'http', 'paths'), ''));
  return [...paths.map(({ value }) => at(value, 'backend', 'service')), at(ingress, 'spec', 'defaultBackend', 'service')].map(record);
}
