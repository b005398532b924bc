import { Duration, JsonPatch } from 'cdk8s';
import {
  IstioApiVersion, IstioGateway, IstioHttpRoute, IstioHttpRouteOptions, IstioRouteDestination, IstioTcpRoute, IstioTlsRoute, StringMatch,
  VirtualService, VirtualServiceProps,
} from '../../../../src';
import { errorOf, find, Manifest, synth } from '../../../util/synth';

const APP = IstioRouteDestination.toHost('app');

test('a VirtualService has the version and the name of Istio', () => {
  const { apiVersion, metadata } = virtualServiceOf({ http: [IstioHttpRoute.to([APP])] });

  expect([apiVersion, metadata]).toEqual(['networking.istio.io/v1', { name: 'vs', namespace: 'app-service' }]);
});

test('a VirtualService may be written in an older version', () => {
  expect(virtualServiceOf({ apiVersion: IstioApiVersion.V1ALPHA3, http: [IstioHttpRoute.to([APP])] }).apiVersion).toBe('networking.istio.io/v1alpha3');
});

test('a VirtualService that others delegate to has neither hosts nor gateways', () => {
  const { spec } = find(synth((chart) => new VirtualService(chart, 'vs', { http: [IstioHttpRoute.to([APP], { name: 'a' })] })), 'VirtualService');

  expect(Object.keys(spec)).toEqual(['http']);
});

test('a patch lands', () => {
  const manifests = synth((chart) => new VirtualService(chart, 'vs', { hosts: ['a'], http: [IstioHttpRoute.to([APP])] }).apiObject
    .addJsonPatch(JsonPatch.add('/spec/http/0/timeout', '1s')));

  expect(find(manifests, 'VirtualService').spec.http[0].timeout).toBe('1s');
});

describe('an http route is written as', () => {
  test.each<[string, IstioHttpRoute, Manifest]>([
    ['destinations with weights', IstioHttpRoute.to([IstioRouteDestination.toHost('a', { weight: 90 }), IstioRouteDestination.toHost('b', { weight: 10, port: 80, subset: 's' })]), {
      route: [{ destination: { host: 'a' }, weight: 90 }, { destination: { host: 'b', port: { number: 80 }, subset: 's' }, weight: 10 }],
    }],
    ['a redirect', IstioHttpRoute.redirect({ uri: '/', redirectCode: 308 }), { redirect: { uri: '/', redirectCode: 308 } }],
    ['a direct response', IstioHttpRoute.directResponse(503, 'closed'), { directResponse: { status: 503, body: { string: 'closed' } } }],
    ['a direct response without a text', IstioHttpRoute.directResponse(204), { directResponse: { status: 204 } }],
    ['a delegate', IstioHttpRoute.toDelegate(VirtualService.fromVirtualServiceName('edge/other'), { name: 'd' }), { name: 'd', delegate: { name: 'other', namespace: 'edge' } }],
  ])('%s', (_name, route, written) => {
    expect(route._toJson()).toEqual(written);
  });
});

describe('an option of an http route is written as', () => {
  test.each<[string, IstioHttpRouteOptions, Manifest]>([
    ['timeout', { timeout: Duration.millis(1500) }, { timeout: '1500ms' }],
    ['retries', { retries: { attempts: 3, perTryTimeout: Duration.seconds(2), retryOn: '5xx' } }, { retries: { attempts: 3, perTryTimeout: '2s', retryOn: '5xx' } }],
    ['no retries', { retries: { attempts: 0 } }, { retries: { attempts: 0 } }],
    ['rewrite', { rewrite: { uri: '/v1', authority: 'b' } }, { rewrite: { uri: '/v1', authority: 'b' } }],
    ['an empty rewrite', { rewrite: {} }, {}],
    ['a delay', { fault: { delay: Duration.seconds(1) } }, { fault: { delay: { fixedDelay: '1s', percentage: { value: 100 } } } }],
    ['an abort', { fault: { abortStatus: 503, abortPercentage: 0.5 } }, { fault: { abort: { httpStatus: 503, percentage: { value: 0.5 } } } }],
    ['mirrors', { mirrors: [{ destination: IstioRouteDestination.toHost('b', { port: 80 }), percentage: 0 }] }, {
      mirrors: [{ destination: { host: 'b', port: { number: 80 } }, percentage: { value: 0 } }],
    }],
    ['headers', { headers: { setRequest: { a: 'b' }, removeResponse: ['c'] } }, { headers: { request: { set: { a: 'b' } }, response: { remove: ['c'] } } }],
    ['empty headers', { headers: { setRequest: {}, removeResponse: [] } }, {}],
    ['cors', { cors: { allowOrigins: [StringMatch.regex('.*')], maxAge: Duration.hours(1), allowCredentials: false } }, {
      corsPolicy: { allowOrigins: [{ regex: '.*' }], maxAge: '1h', allowCredentials: false },
    }],
    ['a match', { match: [{ uri: StringMatch.prefix('/a'), ignoreUriCase: false, gateways: [IstioGateway.fromGatewayName('g')], headers: {} }] }, {
      match: [{ uri: { prefix: '/a' }, gateways: ['g'] }],
    }],
  ])('%s', (_name, options, written) => {
    expect(IstioHttpRoute.to([APP], options)._toJson()).toEqual({ route: [{ destination: { host: 'app' } }], ...written });
  });
});

describe('fails when', () => {
  test.each<[string, VirtualServiceProps, string, string]>([
    ['there is no route', {}, 'routes-present', 'http, tls, tcp'],
    ['a gateway has no hosts', { hosts: [], gateways: [IstioGateway.fromGatewayName('g')], http: [IstioHttpRoute.to([APP])] }, 'hosts-present', 'hosts'],
    ['neither gateway nor mesh lets requests in', { mesh: false, http: [IstioHttpRoute.to([APP])] }, 'gateways-present', 'gateways'],
    ['a host stands twice', { hosts: ['a', 'a'], http: [IstioHttpRoute.to([APP])] }, 'hosts-distinct', 'hosts'],
    ['two routes have one name', { http: [IstioHttpRoute.to([APP], { name: 'a' }), IstioHttpRoute.to([APP], { name: 'a' })] }, 'route-names-distinct', 'http'],
    ['a route leads nowhere', { http: [IstioHttpRoute.to([])] }, 'route-destination-present', 'http[0].destinations'],
    ['weights sum to 0', { http: [IstioHttpRoute.to([APP, APP])] }, 'route-weight-sum', 'http[0].destinations'],
    ['a weight is negative', { http: [IstioHttpRoute.to([IstioRouteDestination.toHost('a', { weight: -1 })])] }, 'weight-range', 'http[0].destinations[0].weight'],
    ['a destination has no host', { http: [IstioHttpRoute.to([IstioRouteDestination.toHost('')])] }, 'host-dns-name', 'http[0].destinations[0].host'],
    ['a redirect has a wrong status', { http: [IstioHttpRoute.redirect({ uri: '/', redirectCode: 200 })] }, 'http-status', 'http[0].redirectCode'],
    ['a redirect goes nowhere', { http: [IstioHttpRoute.redirect({})] }, 'redirect-target', 'http[0]'],
    ['a redirect rewrites', { http: [IstioHttpRoute.redirect({ uri: '/' }, { rewrite: { uri: '/' } })] }, 'http-route-exclusive', 'http[0].rewrite'],
    ['a direct response mirrors', { http: [IstioHttpRoute.directResponse(200, '', { mirrors: [{ destination: APP }] })] }, 'http-route-exclusive', 'http[0].mirrors'],
    ['a direct response has a wrong status', { http: [IstioHttpRoute.directResponse(600)] }, 'http-status', 'http[0].status'],
    ['a timeout is zero', { http: [IstioHttpRoute.to([APP], { timeout: Duration.seconds(0) })] }, 'duration-positive', 'http[0].timeout'],
    ['attempts are negative', { http: [IstioHttpRoute.to([APP], { retries: { attempts: -1 } })] }, 'retry-attempts', 'http[0].retries.attempts'],
    ['no attempts have a time', { http: [IstioHttpRoute.to([APP], { retries: { attempts: 0, perTryTimeout: Duration.seconds(1) } })] }, 'retry-attempts', 'http[0].retries'],
    ['a share is above 100', { http: [IstioHttpRoute.to([APP], { fault: { abortStatus: 503, abortPercentage: 101 } })] }, 'percentage-range', 'http[0].fault.abortPercentage'],
    ['cors names no origin', { http: [IstioHttpRoute.to([APP], { cors: { allowOrigins: [] } })] }, 'cors-origin-present', 'http[0].cors.allowOrigins'],
    ['cors are remembered for half a second', { http: [IstioHttpRoute.to([APP], { cors: { allowOrigins: [StringMatch.exact('a')], maxAge: Duration.millis(500) } })] }, 'duration-whole-seconds', 'http[0].cors.maxAge'],
    ['a match compares with nothing', { http: [IstioHttpRoute.to([APP], { match: [{ uri: StringMatch.prefix('') }] })] }, 'http-match-set', 'http[0].match[0].uri'],
    ['a match has no port', { http: [IstioHttpRoute.to([APP], { match: [{ port: 0 }] })] }, 'port-range', 'http[0].match[0].port'],
    ['the host header is set', { http: [IstioHttpRoute.to([APP], { headers: { setRequest: { Host: 'a' } } })] }, 'header-operation-host', 'http[0].headers.setRequest'],
    ['a tls route names no host', { tls: [IstioTlsRoute.to([APP], { sniHosts: [] })] }, 'sni-hosts-present', 'tls[0].sniHosts'],
    ['a tcp route has no port', { tcp: [IstioTcpRoute.to([APP], { port: 70000 })] }, 'port-range', 'tcp[0].port'],
    ['its name is no DNS label', { metadata: { name: 'A' }, http: [IstioHttpRoute.to([APP])] }, 'name-dns-label', 'metadata.name'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new VirtualService(chart, 'vs', { hosts: ['a.test.com'], ...props }));

    expect(error.startsWith('app/vs: ')).toBe(true);
    expect(error).toContain(`[${rule}] ${prop}: `);
    expect(error).toMatch(/; .+$/);
  });
});

function virtualServiceOf(props: VirtualServiceProps): Manifest {
  return find(synth((chart) => new VirtualService(chart, 'vs', { hosts: ['a.test.com'], ...props })), 'VirtualService');
}
