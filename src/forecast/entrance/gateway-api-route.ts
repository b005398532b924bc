import { Manifest } from '../../core/manifest';
import { at, isRecord, items, list, namespaceOf, number, record, text } from '../../core/read';

const WHOLE = 100;

/** A rule of a route of the Gateway API as a route of a VirtualService would say it. */
export function asIstioRoute(rule: Manifest): Manifest {
  const mirror = items(rule.filters, '').map(({ value }) => value.requestMirror).find(isRecord);
  return {
    match: list(rule.matches).filter(isRecord).map(asIstioMatch),
    route: items(rule.backendRefs, '').map(({ value }) => ({ destination: { host: hostOf(value) }, weight: value.weight ?? 1 })),
    ...mirror && { mirror: { host: hostOf(record(mirror.backendRef)) }, mirrorPercentage: { value: mirrored(mirror) } },
  };
}

/** The host of a backend; a kind other than Service is none of a release. */
function hostOf({ kind, name, namespace }: Manifest): string {
  return [text(name), ...kind !== undefined && kind !== 'Service' ? [text(kind)] : namespace === undefined ? [] : [text(namespace), 'svc']].join('.');
}

function mirrored({ percent, fraction }: Manifest): number {
  return isRecord(fraction) ? number(fraction.numerator) * WHOLE / number(fraction.denominator, WHOLE) : number(percent, WHOLE);
}

function asIstioMatch({ path, headers, queryParams, method }: Manifest): Manifest {
  const byName = (matches: unknown) => Object.fromEntries(items(matches, '').map(({ value }) => [text(value.name), stringMatch(value)]));
  return {
    uri: isRecord(method) ? grpcPath(method) : isRecord(path) ? stringMatch({ type: 'PathPrefix', value: '/', ...path }) : undefined,
    method: text(method) ? { exact: method } : undefined,
    headers: byName(headers),
    queryParams: byName(queryParams),
  };
}

function stringMatch({ type, value }: Manifest): Manifest {
  return { [type === 'RegularExpression' ? 'regex' : type === 'PathPrefix' ? 'prefix' : 'exact']: value };
}

/** A method of gRPC is the path of a request. */
function grpcPath({ type, service, method }: Manifest): Manifest {
  const isRegex = type === 'RegularExpression';
  const parts = [service, method].map((part) => text(part) || (isRegex ? '[^/]+' : ''));
  return isRegex ? { regex: `/${parts.join('/')}` } : { [parts[1] ? 'exact' : 'prefix']: `/${parts.join('/')}` };
}

/** What a route is attached to. */
export function parentsOf(route: Manifest): Parent[] {
  return items(at(route, 'spec', 'parentRefs'), '').map(({ value: { kind, name, namespace, sectionName } }): Parent => (
    { isService: kind === 'Service', name: text(name), namespace: text(namespace) || namespaceOf(route), section: text(sectionName) }
  ));
}

/** A Gateway, or a Service whose callers in the mesh are meant. */
export interface Parent {
  readonly isService: boolean;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The name of one listener; empty for all. */
  readonly section: string;
}
