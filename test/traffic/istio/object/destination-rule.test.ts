import { Duration } from 'cdk8s';
import { DestinationRule, DestinationRuleProps, IstioDestinationTlsMode, IstioLoadBalancer, IstioTrafficPolicy } from '../../../../src';
import { errorOf, find, Manifest, synth } from '../../../util/synth';

test('a rule has its host, subsets and visibility', () => {
  const rule = ruleOf({ subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'all' }], exportTo: ['.'] });

  expect(rule.apiVersion).toBe('networking.istio.io/v1');
  expect(rule.spec).toEqual({ host: 'app', subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'all' }], exportTo: ['.'] });
});

test('the names of the subsets are returned', () => {
  synth((chart) => expect(new DestinationRule(chart, 'rule', { host: 'app', subsets: [{ name: 'a' }, { name: 'b' }] }).subsetNames).toEqual(['a', 'b']));
});

describe('a traffic policy is written as', () => {
  test.each<[string, IstioTrafficPolicy, Manifest | undefined]>([
    ['nothing', {}, undefined],
    ['load balancer', { loadBalancer: IstioLoadBalancer.roundRobin() }, { loadBalancer: { simple: 'ROUND_ROBIN' } }],
    ['hash of a header', { loadBalancer: IstioLoadBalancer.hashByHeader('x-user') }, { loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } } }],
    ['hash of a parameter', { loadBalancer: IstioLoadBalancer.hashByQueryParameter('user') }, { loadBalancer: { consistentHash: { httpQueryParameterName: 'user' } } }],
    ['hash of the address', { loadBalancer: IstioLoadBalancer.hashBySourceIp() }, { loadBalancer: { consistentHash: { useSourceIp: true } } }],
    ['tcp limits', { maxConnections: 1, connectTimeout: Duration.millis(500) }, { connectionPool: { tcp: { maxConnections: 1, connectTimeout: '500ms' } } }],
    ['http limits', { maxPendingRequests: 2, maxRequests: 3 }, { connectionPool: { http: { http1MaxPendingRequests: 2, http2MaxRequests: 3 } } }],
    ['outliers', { consecutiveErrors: 4, ejectionTime: Duration.minutes(1) }, { outlierDetection: { consecutive5xxErrors: 4, baseEjectionTime: '1m' } }],
    ['tls', { tls: IstioDestinationTlsMode.SIMPLE }, { tls: { mode: 'SIMPLE' } }],
  ])('%s', (_name, trafficPolicy, written) => {
    expect(ruleOf({ trafficPolicy }).spec.trafficPolicy).toEqual(written);
  });
});

describe('fails when', () => {
  test.each<[string, Partial<DestinationRuleProps>, string, string]>([
    ['the host is none', { host: 'a b' }, 'host-dns-name', 'host'],
    ['two subsets have one name', { subsets: [{ name: 'a' }, { name: 'a' }] }, 'subsets-distinct', 'subsets'],
    ['a subset has no DNS name', { subsets: [{ name: 'A_b' }] }, 'name-dns-label', 'subsets[0].name'],
    ['a limit is negative', { subsets: [{ name: 'a', trafficPolicy: { maxRequests: -1 } }] }, 'traffic-policy-limit', 'subsets[0].trafficPolicy.maxRequests'],
    ['connecting may take no time', { trafficPolicy: { connectTimeout: Duration.millis(0) } }, 'duration-positive', 'trafficPolicy.connectTimeout'],
    ['a pod is left out for no time', { trafficPolicy: { ejectionTime: Duration.millis(0) } }, 'duration-positive', 'trafficPolicy.ejectionTime'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new DestinationRule(chart, 'rule', { host: 'app', ...props }));

    expect(error).toMatch(/^app\/rule: /);
    expect(error).toContain(`[${rule}] ${prop}: `);
  });
});

function ruleOf(props: Partial<DestinationRuleProps>): Manifest {
  return find(synth((chart) => new DestinationRule(chart, 'rule', { host: 'app', ...props })), 'DestinationRule');
}
