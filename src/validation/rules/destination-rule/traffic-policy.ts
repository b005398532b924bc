import { goDurationMs } from '../../../core/parse-duration';
import { at, given, isRecord, items, Located, record, text } from '../../../core/read';
import { DESTINATION_RULE } from '../../../model/manifests/kinds';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const NOT_EMPTY = ['connectionPool'];
const TIMES = [
  'outlierDetection.interval', 'outlierDetection.baseEjectionTime', 'connectionPool.tcp.connectTimeout', 'connectionPool.tcp.idleTimeout', 'connectionPool.http.idleTimeout',
];
const PERCENTAGES = ['outlierDetection.maxEjectionPercent', 'outlierDetection.minHealthPercent'];
const LIMITS = [
  'connectionPool.tcp.maxConnections', 'connectionPool.http.http1MaxPendingRequests', 'connectionPool.http.http2MaxRequests',
  'connectionPool.http.maxRequestsPerConnection', 'connectionPool.http.maxRetries',
];
const KEYS = ['httpHeaderName', 'httpCookie', 'useSourceIp', 'httpQueryParameterName'];

export const trafficPolicy: Rule = {
  id: 'traffic-policy',
  severity: Severity.ERROR,
  summary: 'a traffic policy and its parts are not empty, times are at least 1 ms, percentages lie between 0 and 100, and TLS names its certificates once',
  why: 'Istio refuses the DestinationRule',
  remedy: 'write the setting, or take the empty part out',
  kinds: [DESTINATION_RULE],
  example: {
    bad: `
      kind: DestinationRule
      spec:
        trafficPolicy: { connectionPool: {} }
    `,
    good: `
      kind: DestinationRule
      spec:
        trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
    `,
  },
  check: (rule) => [
    { value: at(rule, 'spec', 'trafficPolicy'), path: 'spec.trafficPolicy' },
    ...items(at(rule, 'spec', 'subsets'), 'spec.subsets').map(({ value, path }) => ({ value: value.trafficPolicy, path: `${path}.trafficPolicy` })),
  ].filter(({ value }) => isRecord(value)).flatMap(checkPolicy),
};

function checkPolicy({ value, path }: Located): Violation[] {
  const read = (name: string): Located => ({ path: `${path}.${name}`, value: at(value, ...name.split('.')) });
  const hash = read('loadBalancer.consistentHash');
  const keys = KEYS.filter((key) => given(record(hash.value)[key]) && record(hash.value)[key] !== false);
  return [
    ...Object.keys(value).length === 0 ? [{ path, message: 'is empty' }] : [],
    ...NOT_EMPTY.map(read).filter((part) => isRecord(part.value) && Object.keys(part.value).length === 0).map((part) => ({ path: part.path, message: 'is empty' })),
    ...TIMES.map(read).filter((time) => given(time.value) && (goDurationMs(time.value) ?? 0) < 1).map((time) => ({ ...time, message: 'is no duration of at least 1 ms' })),
    ...PERCENTAGES.map(read).filter((share) => typeof share.value === 'number' && !(share.value >= 0 && share.value <= 100)).map((share) => ({ ...share, message: 'is not from 0 to 100' })),
    ...keys.length > 1 ? [{ ...hash, message: `names ${keys.join(' and ')}` }] : [],
    ...LIMITS.map(read).filter((limit) => typeof limit.value === 'number' && limit.value < 0).map((limit) => ({ ...limit, message: 'is negative' })),
    ...checkTls(read('tls')),
  ];
}

function checkTls({ value, path }: Located): Violation[] {
  const { mode, credentialName, clientCertificate, privateKey, caCertificates } = record(value);
  const files = [clientCertificate, privateKey].filter((file) => text(file) !== '').length;
  if (mode === 'MUTUAL' && text(credentialName) === '' && files < 2) {
    return [{ path, value, message: 'is MUTUAL without clientCertificate and privateKey, or credentialName' }];
  }
  const all = files + (text(caCertificates) === '' ? 0 : 1);
  return mode === 'ISTIO_MUTUAL' && (all > 0 || text(credentialName) !== '')
    ? [{ path, value, message: 'is ISTIO_MUTUAL, which brings its certificates itself' }]
    : [];
}
