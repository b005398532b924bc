import { selects } from '../../../core/labels';
import { Manifest } from '../../../core/manifest';
import { at, items, namespaceOf, record, text } from '../../../core/read';
import { GRPC_ROUTE, HTTP_ROUTE, TCP_ROUTE, TLS_ROUTE } from '../../manifests/kinds';
import type { Release } from '../../release/release';
import { NamedObject } from '../adapter';
import { Route } from '../route';

type Routed = Pick<Release, 'routers' | 'namespace'>;

/** What the plugin calls the kinds of routes. */
const KEYS: Record<string, string> = { HTTPRoute: 'httpRoute', GRPCRoute: 'grpcRoute', TLSRoute: 'tlsRoute', TCPRoute: 'tcpRoute' };

const KINDS = [HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE];

/** The rules of a route whose weights a plugin writes: all of a route that the Rollout names. */
export function weightedGatewayApiRoutes(release: Routed, route: Manifest, rules: readonly Route[]): readonly Route[] {
  return isWeighted(release, route) ? rules : [];
}

/** Whether a Rollout names the route to a plugin, in one of three ways. */
function isWeighted({ routers, namespace }: Routed, route: Manifest): boolean {
  const key = KEYS[text(route.kind)];
  const { name, labels } = record(route.metadata);
  return key !== undefined && routers.filter(({ router }) => router === 'plugins').some(({ config }) => {
    const names = [config[key], ...items(config[`${key}s`], '').map(({ value }) => value.name)];
    const [wanted, actual] = [text(config.namespace) || namespace, namespaceOf(route)];
    const isNear = wanted === actual || wanted === undefined || actual === undefined;
    return isNear && (names.includes(name) || selects(at(config, `${key}Selector`, 'matchLabels'), record(labels)));
  });
}

/** The routes that a Rollout names to a plugin. */
export function namedGatewayApiRoutes({ routers, namespace }: Routed): NamedObject[] {
  return routers.filter(({ router }) => router === 'plugins').flatMap(({ config, path }) => KINDS.flatMap((kind) => {
    const key = KEYS[kind.kind];
    const own = text(config.namespace) || namespace;
    const named = [{ value: config[key], path: `${path}.${key}` }, ...items(config[`${key}s`], `${path}.${key}s`).map((entry) => ({ value: entry.value.name, path: `${entry.path}.name` }))];
    return named.filter(({ value }) => text(value) !== '').map(({ value, path: field }) => (
      { kind, name: text(value), ...own !== undefined && { namespace: own }, written: text(value), path: field }
    ));
  }));
}
