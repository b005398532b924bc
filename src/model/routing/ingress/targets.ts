import { Manifest } from '../../../core/manifest';
import { list, text } from '../../../core/read';
import { INGRESS } from '../../manifests/kinds';
import { isNamed } from '../../manifests/manifest-set';
import { canaryIn, Release } from '../../release/release';
import { routerUse } from '../../release/routers';
import { NamedObject } from '../adapter';
import { Route } from '../route';

/** The routers by Ingresses, with the two fields in either of which they name these. */
export const INGRESS_FIELDS = [
  { router: 'alb', one: 'ingress', several: 'ingresses' },
  { router: 'nginx', one: 'stableIngress', several: 'stableIngresses' },
] as const;

type Routed = Pick<Release, 'routers' | 'namespace' | 'strategy'>;

/** An Ingress whose traffic the controller splits, and the backends at which it does. */
export interface IngressTarget {
  readonly name: string;
  readonly namespace?: string;
  readonly services: readonly string[];
}

/** The paths of an Ingress whose traffic the controller splits. */
export function weightedIngressRoutes(release: Routed, ingress: Manifest, routes: readonly Route[]): Route[] {
  const services = ingressTargets(release).filter((target) => isNamed(target, ingress)).flatMap((target) => target.services);
  return routes.filter(({ destinations }) => destinations.some(({ host }) => services.includes(host)));
}

/** The Ingresses that a Rollout names for the ALB and for ingress-nginx. */
export function ingressTargets(release: Routed): IngressTarget[] {
  const stable = canaryIn(release)?.stableService ?? '';
  const target = (service: string) => (name: unknown): IngressTarget => (
    { name: text(name), ...release.namespace !== undefined && { namespace: release.namespace }, services: service === '' ? [] : [service] }
  );
  return INGRESS_FIELDS.flatMap(({ router, one, several }) => {
    const config = routerUse(release, router)?.config;
    return config ? [config[one], ...list(config[several])].map(target(text(config.rootService) || stable)) : [];
  }).filter(({ name }) => name !== '');
}

/** The same as the Rollout writes them. */
export function namedIngresses(release: Pick<Release, 'routers' | 'namespace'>): NamedObject[] {
  const { namespace } = release;
  const named = ([['alb', 'ingress', 'ingresses'], ['nginx', 'stableIngress', 'stableIngresses']] as const).flatMap(([router, one, several]) => {
    const { config, path } = routerUse(release, router) ?? { config: {} as Manifest, path: '' };
    return [{ value: config[one], path: `${path}.${one}` }, ...list(config[several]).map((value, index) => ({ value, path: `${path}.${several}[${index}]` }))];
  });
  return named.filter(({ value }) => text(value) !== '').map(({ value, path }) => (
    { kind: INGRESS, name: text(value), ...namespace !== undefined && { namespace }, written: text(value), path }
  ));
}
