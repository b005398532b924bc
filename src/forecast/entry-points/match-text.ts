import { Condition, RouteMatch, Subject } from '../../model/routing/route';

/** Subjects that stand before their value without a colon. */
const PARTS: Partial<Record<Subject, string>> = { path: 'path', method: 'method', scheme: 'scheme', authority: 'authority' };

/**
 * Which requests a route takes: `path /api*, x-canary: always`; nothing where it takes all.
 *
 * @param asWritten whether a path is told as it is written: what its end means is for the controller of an Ingress to say
 */
export function matchText(matches: readonly RouteMatch[], asWritten: boolean = false): string | undefined {
  const texts = matches.map(({ conditions }) => [
    ...conditions.filter(({ subject }) => subject !== 'sourceLabel').map((condition) => conditionText(condition, asWritten)),
    labelsText(conditions.filter(({ subject }) => subject === 'sourceLabel')),
  ].filter(Boolean).join(', '));
  return texts.length === 0 || texts.includes('') ? undefined : texts.join(' or ');
}

function conditionText(condition: Condition, asWritten: boolean): string {
  const { subject, name = '', values } = condition;
  switch (subject) {
    case 'header': return compared(name, ': ', condition);
    case 'withoutHeader': return `without ${compared(name, ': ', condition)}`;
    case 'query': return compared(`?${name}`, ': ', condition);
    case 'gateway': return values.map((gateway) => `from ${gateway}`).join(', ');
    case 'sourceNamespace': return `from namespace ${values.join(', ')}`;
    case 'port': return `port ${values.join(', ')}`;
    case 'sni': return `SNI ${values.join(', ')}`;
    case 'destinationSubnet': return `to ${values.join(', ')}`;
    default: return compared(PARTS[subject] ?? name, ' ', asWritten && subject === 'path' ? { ...condition, operator: 'pattern' } : condition);
  }
}

function labelsText(labels: readonly Condition[]): string {
  return labels.length === 0 ? '' : `from pods ${labels.map(({ name, values }) => `${name}=${values.join('')}`).join(', ')}`;
}

/** `x-canary: always`, `path /api*`, `path ~ ^/v[12]`; a condition without a value asks for the header alone. */
function compared(what: string, sign: string, { operator, values }: Condition): string {
  const [value = ''] = values;
  switch (operator) {
    case 'prefix': return `${what}${sign}${value}*`;
    case 'regex': return `${what} ~ ${value}`;
    case 'present': return `${what}${sign}any`;
    case 'exact':
    case 'pattern': return `${what}${sign}${value}`;
  }
}
