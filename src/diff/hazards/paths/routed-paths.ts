import { RoutedPath } from './routed-path';
import { Manifest } from '../../../core/manifest';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { isInMesh, notationOf } from '../../../model/routing/notations';
import { Condition, Route } from '../../../model/routing/route';
import { attachmentsOf, routesOf } from '../../../model/routing/routes';

const L7 = ['http', 'grpc'];
const TYPES: Partial<Record<Condition['operator'], RoutedPath['type']>> = { exact: 'Exact', prefix: 'Prefix' };

/** The paths that the routes of an object take of its hosts, for callers from outside of the mesh. */
export function routedPaths(set: ManifestSet, object: Manifest): RoutedPath[] {
  return isInMesh(object) ? [] : routesOf(object).flatMap((route) => {
    const hosts = hostsOf(set, route);
    const matches = route.matches.length > 0 ? route.matches : [{ conditions: [], path: route.path }];
    return matches.filter(({ conditions }) => !isForMesh(conditions)).flatMap(({ conditions, path }) => (
      hosts.map((host): RoutedPath => ({ ...pathIn(conditions, object), host, route, destinations: destinationsOf(route), at: path }))
    ));
  });
}

/** Empty for all hosts. What is called by the routes of another object has none of its own. */
function hostsOf(set: ManifestSet, { object, protocol, hosts }: Route): string[] {
  if (hosts.length > 0) {
    return hosts.map((host) => host === '*' ? '' : host);
  }
  return L7.includes(protocol) && attachmentsOf(set, object).some(({ root }) => root === undefined) ? [''] : [];
}

/** Whether a match is for calls inside the mesh alone. */
function isForMesh(conditions: readonly Condition[]): boolean {
  return conditions.some(({ subject, values }) => subject === 'gateway' && values.every((gateway) => gateway === 'mesh'));
}

function pathIn(conditions: readonly Condition[], object: Manifest): Pick<RoutedPath, 'value' | 'type' | 'ignoresCase' | 'narrowedBy'> {
  const path = conditions.find(({ subject }) => subject === 'path');
  const type = path ? TYPES[path.operator] ?? 'Pattern' : 'Prefix';
  return {
    value: path?.values[0] || '/',
    type: type === 'Prefix' && path && !notationOf(object)!.prefixBySegment ? 'TextPrefix' : type,
    ignoresCase: path?.ignoresCase === true,
    narrowedBy: conditions.filter((condition) => condition !== path).map(({ subject }) => subject),
  };
}

function destinationsOf({ destinations }: Route): RoutedPath['destinations'] {
  return destinations.filter(({ weight, service }) => weight !== 0 && service);
}
