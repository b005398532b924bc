import { httpRouteIndexes, tcpRouteIndexes, tlsRouteIndexes } from './route-indexes';
import { Manifest } from '../../../core/manifest';
import { at, isRecord, items, list, Located, record, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../manifests/kinds';
import { isNamed, ManifestSet } from '../../manifests/manifest-set';
import type { Release } from '../../release/release';
import { routerUse } from '../../release/routers';
import { Route } from '../route';

/** A VirtualService that a Rollout names, and the routes of it that are to be weighted. */
export interface VirtualServiceTarget {
  /** As the Rollout writes it: with its namespace, or without. */
  readonly written: string;
  readonly name: string;
  readonly namespace?: string;
  readonly routes: readonly string[];
  readonly tlsRoutes: readonly Manifest[];
  readonly tcpRoutes: readonly Manifest[];
  readonly path: string;
}

type Routed = Pick<Release, 'routers' | 'namespace'>;

/** The VirtualServices that a Rollout names; a name may have its namespace behind a dot. */
export function virtualServiceTargets(release: Routed): VirtualServiceTarget[] {
  const use = routerUse(release, 'istio');
  return use ? fields(use.config, use.path).map(({ value, path }) => {
    const [name, namespace = release.namespace] = splitName(text(value.name));
    return {
      written: text(value.name),
      name,
      ...namespace !== undefined && { namespace },
      routes: list(value.routes).map(text),
      tlsRoutes: items(value.tlsRoutes, '').map((route) => route.value),
      tcpRoutes: items(value.tcpRoutes, '').map((route) => route.value),
      path,
    };
  }) : [];
}

/** Both ways of naming may be written by mistake: the controller then takes the list. */
function fields(istio: Manifest, path: string): Located[] {
  const several = items(istio.virtualServices, `${path}.virtualServices`);
  return several.length > 0 || !isRecord(istio.virtualService) ? several : [{ value: istio.virtualService, path: `${path}.virtualService` }];
}

/** `app`, `app.shop`, and the name with the domain of the cluster behind it. */
function splitName(name: string): string[] {
  const short = name.replace(/\.cluster\.local$/, '');
  const dot = short.lastIndexOf('.');
  return dot === -1 ? [short] : [short.slice(0, dot), short.slice(dot + 1)];
}

/** The VirtualService of a target. */
export function findTarget(set: ManifestSet, { name, namespace }: Pick<VirtualServiceTarget, 'name' | 'namespace'>): Manifest | undefined {
  return set.find(VIRTUAL_SERVICE, name, namespace);
}

/** The places of the routes that the controller weights in a VirtualService, as `http[0]`; the first to be named comes first. */
export function weightedPlaces(target: VirtualServiceTarget, spec: unknown): string[] {
  const [http, tls, tcp] = ['http', 'tls', 'tcp'].map((protocol) => list(at(spec, protocol)).map(record));
  const indexes = httpRouteIndexes([...target.routes], http);
  return [
    ...(typeof indexes === 'string' ? [] : indexes).map((index) => `http[${index}]`),
    ...tlsRouteIndexes([...target.tlsRoutes], tls).map((index) => `tls[${index}]`),
    ...tcpRouteIndexes([...target.tcpRoutes], tcp).map((index) => `tcp[${index}]`),
  ];
}

/** The routes that the controller weights in a VirtualService. */
export function weightedVirtualServiceRoutes(release: Routed, virtualService: Manifest, routes: readonly Route[]): Route[] {
  return virtualServiceTargets(release).filter((target) => isNamed(target, virtualService)).flatMap((target) => (
    weightedPlaces(target, virtualService.spec).flatMap((place) => routes.find(({ path }) => path === `spec.${place}`) ?? [])
  ));
}

/** The DestinationRule that tells the versions apart, with the names of their subsets. */
export interface DestinationRuleTarget {
  readonly name: string;
  readonly stableSubset: string;
  readonly canarySubset: string;
  /** Subsets besides the two that keep their weights. */
  readonly additionalSubsets: readonly string[];
  readonly path: string;
}

export function destinationRuleTarget(release: Pick<Release, 'routers'>): DestinationRuleTarget | undefined {
  const use = routerUse(release, 'istio');
  const rule = use?.config.destinationRule;
  return use && isRecord(rule) ? {
    name: text(rule.name),
    stableSubset: text(rule.stableSubsetName),
    canarySubset: text(rule.canarySubsetName),
    additionalSubsets: list(rule.additionalSubsetNames).map(text),
    path: `${use.path}.destinationRule`,
  } : undefined;
}
