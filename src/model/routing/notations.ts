import { Parent } from './attachment';
import { gatewayApiNotation } from './gateway-api/notation';
import { ingressNotation } from './ingress/notation';
import { virtualServiceNotation } from './istio/notation';
import { NamedHost, Notation } from './notation';
import { Manifest } from '../../core/manifest';
import { GRPC_ROUTE, HTTP_ROUTE, INGRESS, TCP_ROUTE, TLS_ROUTE, VIRTUAL_SERVICE } from '../manifests/kinds';
import { KindName, kindOf } from '../manifests/manifest-set';

const NOTATIONS: ReadonlyArray<readonly [KindName, Notation]> = [
  [VIRTUAL_SERVICE, virtualServiceNotation],
  ...[HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE].map((kind) => [kind, gatewayApiNotation] as const),
  [INGRESS, ingressNotation],
];

/** How an object writes its routes; nothing of an object that has none. */
export function notationOf(object: Manifest): Notation | undefined {
  const { group, kind } = kindOf(object);
  return NOTATIONS.find(([own]) => own.kind === kind && own.group === group)?.[1];
}

/** The hosts that an object names. */
export function namedHosts(object: Manifest): NamedHost[] {
  return notationOf(object)?.hosts(object) ?? [];
}

/** What requests pass before the routes of an object, as far as it says so itself. */
export function parentsOf(object: Manifest): Parent[] {
  return notationOf(object)?.parents(object) ?? [];
}

/** Whether the routes of an object are for callers inside the mesh alone. */
export function isInMesh(object: Manifest): boolean {
  const parents = parentsOf(object);
  return parents.length > 0 && parents.every(({ kind }) => kind === 'mesh');
}
