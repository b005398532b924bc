import { Manifest } from '../../../core/manifest';
import { isRecord, items, list, shown, text } from '../../../core/read';
import { Condition, RouteMatch, Subject } from '../route';

/** The matches of a rule of the Gateway API. */
export function gatewayApiMatches(rule: Manifest, path: string): RouteMatch[] {
  return list(rule.matches).map((value, index) => ({ value, path: `${path}.matches[${index}]` })).filter(({ value }) => isRecord(value)).map((match) => ({
    path: match.path, conditions: conditionsOf(match.value),
  }));
}

function conditionsOf({ path, headers, queryParams, method }: Manifest): Condition[] {
  return [
    ...isRecord(method) ? [grpcMethod(method)] : [],
    ...isRecord(path) ? pathCondition(path) : [],
    ...text(method) !== '' ? [{ subject: 'method', operator: 'exact', values: [text(method)] } as const] : [],
    ...byName('header', headers),
    ...byName('query', queryParams),
  ];
}

function pathCondition({ type, value }: Manifest): Condition[] {
  const [kind, wanted] = [type ?? 'PathPrefix', value ?? '/'];
  return kind === 'PathPrefix' && wanted === '/' ? [] : [{ subject: 'path', operator: operatorOf(kind), values: [shown(wanted)] }];
}

function byName(subject: Subject, matches: unknown): Condition[] {
  return items(matches, '').map(({ value: { name, type, value } }) => ({ subject, name: text(name), operator: operatorOf(type), values: [shown(value)] }));
}

function operatorOf(type: unknown): Condition['operator'] {
  return type === 'RegularExpression' ? 'regex' : type === 'PathPrefix' ? 'prefix' : 'exact';
}

/** A method of gRPC is the path of a request. */
function grpcMethod({ type, service, method }: Manifest): Condition {
  const isRegex = type === 'RegularExpression';
  const parts = [service, method].map((part) => text(part) || (isRegex ? '[^/]+' : ''));
  return { subject: 'path', operator: isRegex ? 'regex' : parts[1] ? 'exact' : 'prefix', values: [`/${parts.join('/')}`] };
}
