import { Chart, Duration } from 'cdk8s';
import {
  BlueGreenRollout, IstioBlueGreenTrafficOptions, IstioGateway, IstioHttpRoute, IstioRouteDestination, IstioTraffic, StringMatch, VirtualService,
} from '../../../src';
import { errorOf, find, namesOf, pods, synth } from '../../util/synth';

const GATEWAYS = [IstioGateway.fromGatewayName('istio-system/ingressgateway')];
const USERS = { hosts: ['a.test.com'], previewHosts: ['b.test.com'], gateways: GATEWAYS };

test('users and testers have a VirtualService each', () => {
  const manifests = release(USERS);

  expect(namesOf(manifests).slice(3)).toEqual(['VirtualService/app', 'VirtualService/app-preview']);
  expect(['app', 'app-preview'].map((name) => find(manifests, 'VirtualService', name).spec)).toEqual([
    { hosts: ['a.test.com'], gateways: ['istio-system/ingressgateway'], http: [routeTo('app')] },
    { hosts: ['b.test.com'], gateways: ['istio-system/ingressgateway'], http: [routeTo('app-preview')] },
  ]);
});

test('without preview hosts there is one VirtualService', () => {
  expect(namesOf(release({ ...USERS, previewHosts: undefined })).slice(3)).toEqual(['VirtualService/app']);
});

test('testers may come in through other gateways', () => {
  const manifests = release({ ...USERS, previewGateways: [IstioGateway.fromGatewayName('uat')] });

  expect(find(manifests, 'VirtualService', 'app-preview').spec.gateways).toEqual(['uat']);
});

test('several routes lead to the same Service', () => {
  const manifests = release({ ...USERS, httpRoutes: [{ name: 'api', match: [{ uri: StringMatch.prefix('/api') }] }, { timeout: Duration.seconds(5) }] });

  expect(find(manifests, 'VirtualService', 'app-preview').spec.http.map(({ name, route }: any) => [name, route[0].destination.host]))
    .toEqual([['api', 'app-preview'], ['backend-routes', 'app-preview']]);
});

test('the route does the same for users and testers', () => {
  const manifests = release({ ...USERS, httpRoutes: [{ name: 'main', timeout: Duration.seconds(5) }] });

  expect(['app', 'app-preview'].map((name) => find(manifests, 'VirtualService', name).spec.http[0]).map(({ name, timeout }) => [name, timeout]))
    .toEqual([['main', '5s'], ['main', '5s']]);
});

test('preceding routes are tried first, for users alone', () => {
  const manifests = release({ ...USERS, precedingRoutes: [IstioHttpRoute.redirect({ uri: '/new' }, { name: 'moved', match: [{ uri: StringMatch.exact('/old') }] })] });

  expect(['app', 'app-preview'].map((name) => find(manifests, 'VirtualService', name).spec.http.map((route: any) => route.name)))
    .toEqual([['moved', 'backend-routes'], ['backend-routes']]);
});

test('callers inside the mesh are routed by the hosts with mesh: true', () => {
  expect(find(release({ ...USERS, mesh: true }), 'VirtualService', 'app').spec.gateways).toEqual(['istio-system/ingressgateway', 'mesh']);
});

test('port, names and visibility are those that are set', () => {
  const manifests = release({ ...USERS, servicePort: 80, virtualServiceName: 'users', previewVirtualServiceName: 'testers', exportTo: ['.'] });

  expect(namesOf(manifests).slice(3)).toEqual(['VirtualService/users', 'VirtualService/testers']);
  expect(find(manifests, 'VirtualService', 'users').spec.exportTo).toEqual(['.']);
});

test('passed VirtualServices are used', () => {
  const manifests = synth((chart) => {
    const virtualService = virtualServiceTo(chart, 'app');
    const rollout = new BlueGreenRollout(chart, 'x', { ...pods(), traffic: IstioTraffic.blueGreen({ virtualServices: [virtualService] }) });
    expect(rollout.trafficObjects).toEqual([virtualService]);
  });

  expect(namesOf(manifests)).toEqual(['VirtualService/mine', 'Rollout/app', 'Service/app', 'Service/app-preview']);
});

describe('fails when', () => {
  test.each<[string, Partial<IstioBlueGreenTrafficOptions>, string, string]>([
    ['there are no hosts', { hosts: [] }, 'hosts-present', 'traffic.hosts'],
    ['hosts of the outside have neither Gateway nor mesh', { gateways: [] }, 'gateways-or-mesh', 'traffic.gateways'],
    ['a host is none', { hosts: ['a b'] }, 'host-dns-name', 'traffic.hosts[0]'],
    ['a host stands twice', { hosts: ['a.test.com', 'a.test.com'] }, 'hosts-distinct', 'traffic.hosts'],
    ['a Gateway is named mesh', { gateways: [IstioGateway.fromGatewayName('mesh')] }, 'gateway-name', 'traffic.gateways'],
    ['the mesh has a bare wildcard', { hosts: ['*'], gateways: [] }, 'mesh-host', 'traffic.hosts'],
    ['a preview host is a host of the users', { previewHosts: ['a.test.com'] }, 'preview-host-differs', 'traffic.previewHosts'],
    ['a preview host is none', { previewHosts: ['b/c'] }, 'host-dns-name', 'traffic.previewHosts[0]'],
    ['both VirtualServices have one name', { virtualServiceName: 'app-preview' }, 'virtual-service-names-distinct', 'traffic.virtualServiceName, traffic.previewVirtualServiceName'],
    ['a timeout is zero', { httpRoutes: [{ timeout: Duration.seconds(0) }] }, 'duration-positive', 'traffic.httpRoutes[0].timeout'],
    ['there is no route', { httpRoutes: [] }, 'routes-present', 'traffic.httpRoutes'],
    ['VirtualServices are passed and described', { virtualServices: [] }, 'passed-or-created', 'traffic.virtualServices, traffic.hosts, traffic.previewHosts, traffic.gateways'],
  ])('%s', (_name, options, rule, prop) => {
    const error = errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), traffic: IstioTraffic.blueGreen({ ...USERS, ...options }) }));

    expect(error.startsWith('app/x: ')).toBe(true);
    expect(error).toContain(`[${rule}] ${prop}: `);
    expect(error).toMatch(/; .+$/);
  });

  test('no VirtualService is passed', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), traffic: IstioTraffic.blueGreen({ virtualServices: [] }) })))
      .toContain('app/x: [virtual-services-present] traffic.virtualServices: is empty; ');
  });

  test('a passed VirtualService leads elsewhere', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), traffic: IstioTraffic.blueGreen({ virtualServices: [virtualServiceTo(chart, 'other')] }) })))
      .toContain('[virtual-service-leads-to-active] traffic.virtualServices: none of them leads to the active Service app, got ["mine"]');
  });
});

function release(options: IstioBlueGreenTrafficOptions) {
  return synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), traffic: IstioTraffic.blueGreen(options) }));
}

function routeTo(host: string) {
  return { name: 'backend-routes', match: [{ uri: { prefix: '/' } }], route: [{ destination: { host, port: { number: 80 } } }] };
}

function virtualServiceTo(chart: Chart, host: string): VirtualService {
  return new VirtualService(chart, 'mine', { hosts: ['a.test.com'], http: [IstioHttpRoute.to([IstioRouteDestination.toHost(host)])] });
}
