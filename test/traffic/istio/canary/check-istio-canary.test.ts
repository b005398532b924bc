import { Chart } from 'cdk8s';
import {
  CanaryPreview, CanaryStep, CanaryVirtualService, DestinationRule, ExistingService, IstioCanaryRollout, IstioCanaryRolloutProps, IstioGateway,
  IstioHttpRoute, IstioRouteDestination, StringMatch, TrafficSplitting, VirtualService,
} from '../../../../src';
import { errorOf, find, pods, synth } from '../../../util/synth';

const USERS = { hosts: ['a.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')] };
const HEADER_ROUTE = CanaryStep.setHeaderRoute('managed', [{ headerName: 'a', headerValue: StringMatch.exact('b') }]);
const MOVED = IstioHttpRoute.redirect({ uri: '/new' });

describe('fails when', () => {
  test.each<[string, Partial<IstioCanaryRolloutProps>, string, string]>([
    ['there are no hosts', { gateways: USERS.gateways }, 'hosts-present', 'hosts'],
    ['a host is none', { hosts: ['https://a.test.com'] }, 'host-dns-name', 'hosts[0]'],
    ['a host stands twice', { ...USERS, hosts: ['a.test.com', 'a.test.com'] }, 'hosts-distinct', 'hosts'],
    ['a Gateway is named mesh', { ...USERS, gateways: [IstioGateway.fromGatewayName('mesh')] }, 'gateway-name', 'gateways'],
    ['a Gateway has no name', { ...USERS, gateways: [IstioGateway.fromGatewayName('a/b/c')] }, 'gateway-name', 'gateways'],
    ['the mesh has a bare wildcard', { hosts: ['*'] }, 'mesh-host', 'hosts'],
    ['two routes have one name', { ...USERS, httpRoutes: [{}, {}] }, 'route-names-distinct', 'httpRoutes'],
    ['a weighted route has the name of a managed one', { ...USERS, steps: [HEADER_ROUTE], httpRoutes: [{ name: 'managed' }] }, 'route-name-managed', 'httpRoutes'],
    ['a preceding route has the name of a managed one', { ...USERS, steps: [HEADER_ROUTE], precedingRoutes: [IstioHttpRoute.redirect({ uri: '/' }, { name: 'managed' })] }, 'route-name-managed', 'precedingRoutes'],
    ['two routes without a name would be multiplied', { ...USERS, steps: [HEADER_ROUTE], precedingRoutes: [MOVED, MOVED] }, 'routes-named', 'precedingRoutes'],
    ['no route carries weights', { ...USERS, httpRoutes: [], precedingRoutes: [MOVED] }, 'weighted-routes-named', 'httpRoutes'],
    ['an SNI host is not served', { ...USERS, tlsRoutes: [{ sniHosts: ['b.test.com'] }] }, 'sni-host-served', 'tlsRoutes[0].sniHosts'],
    ['the VirtualService has no DNS name', { ...USERS, virtualServiceName: 'A_b' }, 'name-dns-label', 'virtualServiceName'],
    ['the preview host is one of the users', { ...USERS, preview: CanaryPreview.host('a.test.com') }, 'preview-host-differs', 'preview.host'],
    ['the preview host is that of callers inside the mesh', { preview: CanaryPreview.host('app') }, 'preview-host-differs', 'preview.host'],
    ['the preview host is none', { ...USERS, preview: CanaryPreview.host('a b') }, 'host-dns-name', 'preview.host'],
    ['the preview header has no value', { ...USERS, preview: CanaryPreview.header('x', '') }, 'header-match-set', 'preview.header'],
    ['a preview meets ping and pong', { ...USERS, pingPong: {}, preview: CanaryPreview.host('b.test.com') }, 'preview-ping-pong', 'preview'],
    ['a preview by header meets tcp alone', { ...USERS, tcpRoutes: [{ port: 1 }], preview: CanaryPreview.header('x', 'y') }, 'preview-route', 'preview.header'],
    ['a preview by host meets tcp alone', { ...USERS, tcpRoutes: [{ port: 1 }], preview: CanaryPreview.host('b.test.com') }, 'preview-route', 'preview.host'],
    ['two previews have one VirtualService', { ...USERS, preview: CanaryPreview.all(CanaryPreview.host('b.test.com'), CanaryPreview.host('c.test.com')) }, 'virtual-service-names-distinct', 'virtualServiceName'],
    ['two VirtualServices have one name', { virtualServices: [CanaryVirtualService.create(USERS), CanaryVirtualService.create(USERS)] }, 'virtual-service-names-distinct', 'virtualServiceName'],
    ['two VirtualServices take the callers of one Service', { virtualServices: [CanaryVirtualService.create({ ...USERS, mesh: true }), CanaryVirtualService.create({ virtualServiceName: 'b', mesh: true })] }, 'mesh-hosts-distinct', 'virtualServices[1].hosts'],
    ['hosts of the outside have neither Gateway nor mesh', { hosts: ['a.test.com'] }, 'gateways-or-mesh', 'gateways'],
    ['a preview by host of existing VirtualServices has no Gateway', { virtualServices: [CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('theirs'), { routes: ['a'] })], preview: CanaryPreview.host('b.test.com') }, 'preview-gateways', 'preview.host'],
    ['there is no VirtualService', { virtualServices: [] }, 'virtual-services-present', 'virtualServices'],
    ['VirtualServices are passed and described', { ...USERS, virtualServices: [CanaryVirtualService.create(USERS)] }, 'passed-or-created', 'virtualServices, hosts, gateways'],
    ['a DestinationRule has no DNS name', { splitting: TrafficSplitting.subsetLevel({ destinationRule: DestinationRule.fromDestinationRuleName('a b') }) }, 'name-dns-label', 'splitting.destinationRule'],
    ['a named VirtualService names no route', { virtualServices: [CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('theirs'), {})] }, 'weighted-routes-named', 'virtualServices[0].routes'],
    ['both subsets have one name', { splitting: TrafficSplitting.subsetLevel({ stableSubset: 'a', canarySubset: 'a' }) }, 'subsets-differ', 'splitting.stableSubset, splitting.canarySubset'],
    ['a canary Service meets subsets', { splitting: TrafficSplitting.subsetLevel(), canaryServiceName: 'next' }, 'service-without-role', 'canaryServiceName'],
    ['ping and pong meet subsets', { splitting: TrafficSplitting.subsetLevel(), pingPong: {} }, 'ping-pong-router', 'pingPong'],
    ['there are no steps', { ...USERS, steps: [] }, 'steps-present', 'steps'],
    ['a fault has no HTTP status', { ...USERS, httpRoutes: [{ fault: { abortStatus: 99 } }] }, 'http-status', 'httpRoutes[0].fault.abortStatus'],
    ['the port of a route is out of range', { ...USERS, servicePort: 70000 }, 'port-range', 'servicePort'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new IstioCanaryRollout(chart, 'x', { ...pods(), steps: [CanaryStep.setWeight(30)], ...props }));

    expect(error.startsWith('app/x: ')).toBe(true);
    expect(error).toContain(`[${rule}] ${prop}: `);
    expect(error).toMatch(/; .+$/);
  });

  test('a passed VirtualService lacks the route', () => {
    expect(errorOf((chart) => withVirtualService(chart, 'other', [to('app', 100), to('app-canary', 0)])))
      .toContain('[weighted-route-exists] virtualServices[0].routes: VirtualService mine has no such http route, got "other"; name one of its routes');
  });

  test('a weighted route of a passed VirtualService does not lead to the canary', () => {
    expect(errorOf((chart) => withVirtualService(chart, 'main', [to('app', 100)])))
      .toContain('app/x: [weighted-route-destinations] virtualServices: mine.http[main]: does not lead to both the stable and the canary version, got ["app"]; add a destination');
  });

  test.each<[string, object, string]>([
    ['lacks a subset', { host: 'app', subsets: [{ name: 'stable' }] }, '[subset-exists] splitting.destinationRule: DestinationRule rule lacks the subset, got "canary"; add the subset'],
    ['is about another host', { host: 'other', subsets: [{ name: 'stable' }, { name: 'canary' }] }, '[destination-rule-host] splitting.destinationRule: is about another host than the Service app, got "other"; '],
  ])('a passed DestinationRule %s', (_name, rule, message) => {
    expect(errorOf((chart) => new IstioCanaryRollout(chart, 'x', {
      ...pods(),
      steps: [CanaryStep.setWeight(30)],
      splitting: TrafficSplitting.subsetLevel({ destinationRule: new DestinationRule(chart, 'rule', rule as any) }),
    }))).toContain(message);
  });

  test('a DestinationRule is both passed and named', () => {
    expect(errorOf((chart) => new IstioCanaryRollout(chart, 'x', {
      ...pods(),
      steps: [CanaryStep.setWeight(30)],
      splitting: TrafficSplitting.subsetLevel({
        destinationRule: new DestinationRule(chart, 'rule', { host: 'app', subsets: [{ name: 'stable' }, { name: 'canary' }] }), destinationRuleName: 'other',
      }),
    }))).toContain('[passed-or-created] splitting.destinationRule, splitting.destinationRuleName');
  });

  test('a Service that exists has no port to lead to', () => {
    expect(errorOf((chart) => new IstioCanaryRollout(chart, 'x', {
      ...pods(), ...USERS, steps: [CanaryStep.setWeight(30)], stableService: ExistingService.fromServiceName(chart, 'stable', 'app', []),
    }))).toMatch(/^app\/x: \[ports-present\]/);
  });
});

test('a preview by host follows the first VirtualService with http routes', () => {
  const manifests = synth((chart) => new IstioCanaryRollout(chart, 'x', {
    ...pods(),
    steps: [CanaryStep.setWeight(30)],
    preview: CanaryPreview.host('b.test.com'),
    virtualServices: [CanaryVirtualService.create({ ...USERS, virtualServiceName: 'raw', tcpRoutes: [{ port: 1 }] }), CanaryVirtualService.create(USERS)],
  }));

  expect(find(manifests, 'VirtualService', 'app-canary').spec.http[0].route).toEqual([{ destination: { host: 'app-canary', port: { number: 80 } } }]);
});

test('an SNI host under a wildcard host is served', () => {
  const manifests = synth((chart) => new IstioCanaryRollout(chart, 'x', {
    ...pods(), ...USERS, hosts: ['*.test.com'], steps: [CanaryStep.setWeight(30)], tlsRoutes: [{ sniHosts: ['a.test.com'] }],
  }));

  expect(find(manifests, 'VirtualService').spec.tls[0].match[0].sniHosts).toEqual(['a.test.com']);
});

function withVirtualService(chart: Chart, route: string, destinations: IstioRouteDestination[]) {
  const virtualService = new VirtualService(chart, 'mine', { hosts: ['a.test.com'], http: [IstioHttpRoute.to(destinations, { name: 'main' })] });
  return new IstioCanaryRollout(chart, 'x', {
    ...pods(), steps: [CanaryStep.setWeight(30)], virtualServices: [CanaryVirtualService.fromVirtualService(virtualService, { routes: [route] })],
  });
}

function to(host: string, weight: number): IstioRouteDestination {
  return IstioRouteDestination.toHost(host, { weight });
}
