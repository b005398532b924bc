import { CANARY } from './fields';
import { Manifest } from '../../core/manifest';
import { isRecord, record, text } from '../../core/read';
import { RouterName, ROUTERS } from '../routing/capabilities';

/** A traffic router that a Rollout uses. */
export interface RouterUse {
  readonly router: RouterName;
  /** Of a plugin its own name, such as `argoproj-labs/gatewayAPI`. */
  readonly plugin?: string;
  /** What the Rollout tells it, as written. */
  readonly config: Manifest;
  readonly path: string;
}

/** The routers of `trafficRouting`, in the order in which they are written. */
export function readRouters(routing: Manifest): RouterUse[] {
  const path = `${CANARY}.trafficRouting`;
  return Object.entries(routing).flatMap(([key, config]): RouterUse[] => {
    if (key === 'plugins') {
      return Object.entries(record(config)).map(([plugin, own]) => ({ router: 'plugins', plugin, config: record(own), path: `${path}.plugins["${plugin}"]` }));
    }
    return Object.hasOwn(ROUTERS, key) && isRecord(config) ? [{ router: key as RouterName, config, path: `${path}.${key}` }] : [];
  });
}

/** The use of one router. */
export function routerUse({ routers }: { readonly routers: readonly RouterUse[] }, router: RouterName): RouterUse | undefined {
  return routers.find((use) => use.router === router);
}

/** The Services at which routers split the traffic, besides those of the two versions. */
export function rootServices({ routers }: { readonly routers: readonly RouterUse[] }): string[] {
  return routers.map(({ config }) => text(config.rootService)).filter((name) => name !== '');
}
