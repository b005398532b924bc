import { isLabelKey } from '../../../core/checks/checks';
import { given, isRecord, Located, record } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { matchesOf } from '../../../model/routing/istio/fields';
import { MATCH_FIELDS } from '../../../model/routing/istio/match-fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const WAYS = ['exact', 'prefix', 'regex'];

export const routeMatch: Rule = {
  id: 'route-match',
  severity: Severity.ERROR,
  summary: 'the conditions of a match are not empty, regular expressions compile, a port lies between 1 and 65535, labels are labels',
  why: 'Istio refuses the VirtualService',
  remedy: 'write an expression that RE2 knows, which has neither look-around nor back references',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { match: [ { uri: { regex: "/(" } } ], redirect: { uri: /new } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { match: [ { uri: { regex: "/.*" } } ], redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService) => matchesOf(virtualService).flatMap((match): Violation[] => {
    const port = match.value.port;
    const wrongPort = typeof port === 'number' && port !== 0 && !(port >= 1 && port <= 65535);
    return [
      ...wrongPort ? [{ path: `${match.path}.port`, value: port, message: 'is not from 1 to 65535' }] : [],
      ...conditionsOf(match).flatMap(checkCondition),
      ...Object.keys(record(match.value.sourceLabels)).filter((key) => !isLabelKey(key))
        .map((key) => ({ path: `${match.path}.sourceLabels["${key}"]`, value: key, message: 'is no key of a label' })),
    ];
  }),
};

function conditionsOf({ value, path }: Located): Located[] {
  return [
    ...MATCH_FIELDS.filter((field) => isRecord(value[field])).map((field) => ({ value: value[field], path: `${path}.${field}` })),
    ...['headers', 'queryParams', 'withoutHeaders'].flatMap((field) => Object.entries(record(value[field])).filter(([, entry]) => isRecord(entry))
      .map(([name, entry]) => ({ value: entry, path: `${path}.${field}["${name}"]` }))),
  ];
}

function checkCondition({ value, path }: Located): Violation[] {
  const [way] = WAYS.filter((candidate) => given(value[candidate]));
  const inHeaders = !MATCH_FIELDS.some((field) => path.endsWith(`.${field}`));
  if (value[way] === '' && (way === 'regex' || (way === 'prefix' && inHeaders))) {
    return [{ path: `${path}.${way}`, value: '', message: 'is empty' }];
  }
  if (way !== 'regex') {
    return [];
  }
  return compiles(value.regex) ? [] : [{ path: `${path}.regex`, value: value.regex, message: 'does not compile' }];
}

/** RE2 knows no look-around and no back references; what only it knows counts as right. */
function compiles(regex: unknown): boolean {
  const pattern = typeof regex === 'string' ? regex : '';
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern)) {
    return false;
  }
  try {
    new RegExp(pattern.replace(/\(\?[imsU]+\)/g, '').replace(/\(\?P</g, '(?<').replace(/\\[zAQE]/g, '').replace(/\[\[:\^?\w+:\]\]/g, '[a]'));
    return true;
  } catch {
    return false;
  }
}
