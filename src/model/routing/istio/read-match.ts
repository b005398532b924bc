import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, list, record, shown, text } from '../../../core/read';
import { Condition, RouteMatch, Subject } from '../route';

/** The matches of a route of a VirtualService. */
export function matchesOfRoute(protocol: string, route: Manifest, path: string): RouteMatch[] {
  return list(route.match).map((value, index) => ({ value, path: `${path}.match[${index}]` })).filter(({ value }) => isRecord(value)).map((match) => ({
    path: match.path,
    conditions: protocol === 'http' ? httpConditions(match.value) : l4Conditions(match.value),
  }));
}

/** The conditions that the header route of a step makes, as the controller writes them into the VirtualService. */
export function headerConditions(match: Manifest): Condition[] {
  return [ofText('header', match.headerValue, text(match.headerName))];
}

/** What a match of HTTP asks for, also that of a mirror route of a step. */
export function httpConditions(match: Manifest): Condition[] {
  const uri = at(match.uri, 'prefix') === '/' ? undefined : match.uri;
  return [
    ...texts('path', uri, match.ignoreUriCase === true),
    ...texts('method', match.method),
    ...texts('scheme', match.scheme),
    ...texts('authority', match.authority),
    ...byName('header', match.headers),
    ...byName('withoutHeader', match.withoutHeaders),
    ...byName('query', match.queryParams),
    ...list(match.gateways).length > 0 ? [{ subject: 'gateway', operator: 'exact', values: list(match.gateways).map(shown) } as const] : [],
    ...sourceConditions(match),
  ];
}

function l4Conditions(match: Manifest): Condition[] {
  const lists: Array<[Subject, unknown]> = [['sni', match.sniHosts], ['destinationSubnet', match.destinationSubnets], ['gateway', match.gateways]];
  return [
    ...lists.filter(([, values]) => list(values).length > 0).map(([subject, values]): Condition => ({ subject, operator: 'exact', values: list(values).map(shown) })),
    ...sourceConditions(match),
  ];
}

function sourceConditions(match: Manifest): Condition[] {
  return [
    ...given(match.port) ? [{ subject: 'port', operator: 'exact', values: [shown(match.port)] } as const] : [],
    ...text(match.sourceNamespace) !== '' ? [{ subject: 'sourceNamespace', operator: 'exact', values: [text(match.sourceNamespace)] } as const] : [],
    ...Object.entries(record(match.sourceLabels)).map(([name, value]): Condition => ({ subject: 'sourceLabel', name, operator: 'exact', values: [shown(value)] })),
  ];
}

function byName(subject: Subject, matches: unknown): Condition[] {
  return Object.entries(record(matches)).map(([name, match]) => ofText(subject, match, name));
}

function texts(subject: Subject, match: unknown, ignoresCase = false): Condition[] {
  return !given(match) ? [] : [{ ...ofText(subject, match), ...ignoresCase && { ignoresCase: true as const } }];
}

/** A match without a value asks for the header or parameter alone. */
function ofText(subject: Subject, match: unknown, name?: string): Condition {
  const own = record(match);
  const operator = (['exact', 'prefix', 'regex'] as const).find((key) => own[key] !== undefined);
  return { subject, ...name !== undefined && { name }, operator: operator ?? 'present', values: operator ? [shown(own[operator])] : [] };
}
