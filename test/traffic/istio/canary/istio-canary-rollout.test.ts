import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  CanaryPreview, CanaryStep, CanaryVirtualService, DestinationRule, IstioApiVersion, IstioCanaryRollout, IstioCanaryRolloutProps, IstioGateway,
  IstioHttpRoute, IstioLoadBalancer, IstioRouteDestination, StringMatch, TrafficSplitting, VirtualService,
} from '../../../../src';
import { chartOf, find, Manifest, namesOf, pods, synth } from '../../../util/synth';

const USERS = { hosts: ['app-api.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')] };

describe('at host level', () => {
  test('all users start on the stable Service, by a named route', () => {
    const { spec } = find(release(USERS), 'VirtualService');

    expect(spec).toEqual({
      hosts: ['app-api.test.com'],
      gateways: ['istio-system/ingressgateway'],
      http: [{ name: 'backend-routes', match: [{ uri: { prefix: '/' } }], route: [to('app', 100), to('app-canary', 0)] }],
    });
  });

  test('the controller is told the VirtualService, its route and both Services', () => {
    expect(strategyIn(release(USERS))).toEqual({
      stableService: 'app',
      canaryService: 'app-canary',
      steps: [{ setWeight: 30 }, { pause: {} }],
      trafficRouting: { istio: { virtualService: { name: 'app', routes: ['backend-routes'] } } },
      abortScaleDownDelaySeconds: 1,
    });
  });

  test.each<[string, Partial<IstioCanaryRolloutProps>, number | undefined]>([
    ['as it is set', { abortScaleDownDelay: Duration.minutes(5) }, 300],
    ['for ever', { abortScaleDownDelay: Duration.seconds(0) }, 0],
    ['as the controller decides while the stable version has to grow back', { dynamicStableScale: true }, undefined],
    ['as the controller decides where subsets tell the versions apart', { splitting: TrafficSplitting.subsetLevel() }, undefined],
    ['as the controller decides where the Services swap roles', { pingPong: {} }, undefined],
  ])('the pods of an aborted version stay %s', (_, props, expected) => {
    expect(strategyIn(release({ ...USERS, ...props })).abortScaleDownDelaySeconds).toBe(expected);
  });

  test('Services and VirtualService have the names that are set', () => {
    const manifests = release({ ...USERS, stableServiceName: 'shop', canaryServiceName: 'shop-next', virtualServiceName: 'shop-vs' });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/shop', 'Service/shop-next', 'VirtualService/shop-vs']);
    expect(istioIn(manifests).virtualService.name).toBe('shop-vs');
    expect(find(manifests, 'VirtualService').spec.http[0].route.map(({ destination }: Manifest) => destination.host)).toEqual(['shop', 'shop-next']);
  });

  test('several weighted routes are all named', () => {
    const manifests = release({ ...USERS, httpRoutes: [{ name: 'api', match: [{ uri: StringMatch.prefix('/api') }], timeout: Duration.seconds(5) }, { name: 'rest' }] });

    expect(istioIn(manifests).virtualService.routes).toEqual(['api', 'rest']);
    expect(find(manifests, 'VirtualService').spec.http).toEqual([
      { name: 'api', match: [{ uri: { prefix: '/api' } }], timeout: '5s', route: [to('app', 100), to('app-canary', 0)] },
      { name: 'rest', match: [{ uri: { prefix: '/' } }], route: [to('app', 100), to('app-canary', 0)] },
    ]);
  });

  test('tls routes carry weights, and are told by port and SNI hosts', () => {
    const manifests = release({ ...USERS, tlsRoutes: [{ sniHosts: ['app-api.test.com'], port: 443, servicePort: 8443 }] });

    expect(istioIn(manifests).virtualService).toEqual({ name: 'app', tlsRoutes: [{ port: 443, sniHosts: ['app-api.test.com'] }] });
    expect(find(manifests, 'VirtualService').spec.tls).toEqual([
      { match: [{ port: 443, sniHosts: ['app-api.test.com'] }], route: [to('app', 100, 8443), to('app-canary', 0, 8443)] },
    ]);
    expect(find(manifests, 'VirtualService').spec).not.toHaveProperty('http');
  });

  test('tcp routes carry weights, and are told by port', () => {
    const manifests = release({ ...USERS, tcpRoutes: [{ port: 5432 }] });

    expect(istioIn(manifests).virtualService).toEqual({ name: 'app', tcpRoutes: [{ port: 5432 }] });
    expect(find(manifests, 'VirtualService').spec.tcp).toEqual([{ match: [{ port: 5432 }], route: [to('app', 100), to('app-canary', 0)] }]);
  });

  test('empty lists of tls and tcp routes are left out', () => {
    expect(istioIn(release({ ...USERS, tlsRoutes: [], tcpRoutes: [] })).virtualService).toEqual({ name: 'app', routes: ['backend-routes'] });
  });

  test('the port of the Services may be another than their first', () => {
    const manifests = release({ ...USERS, ports: [{ name: 'grpc', port: 90 }, { name: 'http', port: 80 }], servicePort: 80 });

    expect(find(manifests, 'VirtualService').spec.http[0].route).toEqual([to('app', 100), to('app-canary', 0)]);
  });
});

describe('callers inside the mesh', () => {
  test('use the name of the Service where neither hosts nor gateways are given', () => {
    const { spec } = find(release({}), 'VirtualService');

    expect(spec.hosts).toEqual(['app']);
    expect(spec).not.toHaveProperty('gateways');
  });

  test('are split beside the users of a gateway with mesh: true', () => {
    const { spec } = find(release({ ...USERS, mesh: true }), 'VirtualService');

    expect(spec).toMatchObject({ hosts: ['app-api.test.com', 'app'], gateways: ['istio-system/ingressgateway', 'mesh'] });
  });

  test('find the name of the Service once, where it is given already', () => {
    expect(find(release({ hosts: ['app'] }), 'VirtualService').spec.hosts).toEqual(['app']);
  });
});

describe('with ping and pong', () => {
  test('all users start on the ping Service', () => {
    const manifests = release({ ...USERS, pingPong: {} });

    expect(strategyIn(manifests)).toMatchObject({ pingPong: { pingService: 'app-ping', pongService: 'app-pong' } });
    expect(find(manifests, 'VirtualService').spec.http[0].route).toEqual([to('app-ping', 100), to('app-pong', 0)]);
  });

  test('both Services select the pods by name', () => {
    const manifests = release({ ...USERS, pingPong: {} });

    expect(['app-ping', 'app-pong'].map((name) => find(manifests, 'Service', name).spec.selector)).toEqual([NAME, NAME]);
  });
});

describe('at subset level', () => {
  test('one Service serves both versions', () => {
    const manifests = release({ splitting: TrafficSplitting.subsetLevel() });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app', 'VirtualService/app', 'DestinationRule/app']);
    expect(find(manifests, 'Service').spec.selector).toEqual(NAME);
    expect(strategyIn(manifests)).not.toHaveProperty('stableService');
  });

  test('the weights are on subsets of it', () => {
    const manifests = release({ splitting: TrafficSplitting.subsetLevel() });

    expect(find(manifests, 'VirtualService').spec.http[0].route).toEqual([
      { destination: { host: 'app', port: { number: 80 }, subset: 'stable' }, weight: 100 },
      { destination: { host: 'app', port: { number: 80 }, subset: 'canary' }, weight: 0 },
    ]);
    expect(find(manifests, 'DestinationRule').spec).toEqual({ host: 'app', subsets: [{ name: 'stable', labels: NAME }, { name: 'canary', labels: NAME }] });
  });

  test('the controller is told the DestinationRule and its subsets', () => {
    const manifests = release({
      splitting: TrafficSplitting.subsetLevel({
        stableSubset: 'old', canarySubset: 'new', destinationRuleName: 'rule', additionalSubsets: ['pinned'], trafficPolicy: { loadBalancer: IstioLoadBalancer.random() },
      }),
    });

    expect(istioIn(manifests)).toEqual({
      virtualService: { name: 'app', routes: ['backend-routes'] },
      destinationRule: { name: 'rule', stableSubsetName: 'old', canarySubsetName: 'new', additionalSubsetNames: ['pinned'] },
    });
    expect(find(manifests, 'DestinationRule').spec.trafficPolicy).toEqual({ loadBalancer: { simple: 'RANDOM' } });
  });

  test('a passed DestinationRule is used', () => {
    const manifests = synth((chart) => new IstioCanaryRollout(chart, 'x', {
      ...pods(),
      steps: STEPS,
      splitting: TrafficSplitting.subsetLevel({
        destinationRule: new DestinationRule(chart, 'rule', { host: 'app', subsets: [{ name: 'stable' }, { name: 'canary' }] }),
      }),
    }));

    expect(namesOf(manifests)).toEqual(['DestinationRule/rule', 'Rollout/app', 'Service/app', 'VirtualService/app']);
    expect(istioIn(manifests).destinationRule).toEqual({ name: 'rule', stableSubsetName: 'stable', canarySubsetName: 'canary' });
  });
});

describe('a preview', () => {
  test('by host has a VirtualService of its own, that leads to the canary Service', () => {
    const { spec } = find(release({ ...USERS, preview: CanaryPreview.host('canary.test.com') }), 'VirtualService', 'app-canary');

    expect(spec).toEqual({
      hosts: ['canary.test.com'],
      gateways: ['istio-system/ingressgateway'],
      http: [{ name: 'backend-routes', match: [{ uri: { prefix: '/' } }], route: [to('app-canary')] }],
    });
  });

  test('by host keeps what the main route does', () => {
    const manifests = release({
      ...USERS, httpRoutes: [{ rewrite: { uri: '/v1' }, timeout: Duration.seconds(5) }], preview: CanaryPreview.host('canary.test.com'),
    });

    expect(find(manifests, 'VirtualService', 'app-canary').spec.http[0]).toMatchObject({ rewrite: { uri: '/v1' }, timeout: '5s' });
  });

  test('by host has its own gateways and name', () => {
    const { spec } = find(release({
      ...USERS, preview: CanaryPreview.host('canary.test.com', { gateways: [IstioGateway.fromGatewayName('uat')], virtualServiceName: 'uat' }),
    }), 'VirtualService', 'uat');

    expect(spec.gateways).toEqual(['uat']);
  });

  test('by header stands in front of the weighted route, and leads to the canary alone', () => {
    const { http } = find(release({ ...USERS, preview: CanaryPreview.header('X-Canary', 'always') }), 'VirtualService').spec;

    expect(http).toEqual([
      { name: 'canary-preview', match: [{ uri: { prefix: '/' }, headers: { 'x-canary': { exact: 'always' } } }], route: [to('app-canary')] },
      { name: 'backend-routes', match: [{ uri: { prefix: '/' } }], route: [to('app', 100), to('app-canary', 0)] },
    ]);
  });

  test('by header is not named to the controller', () => {
    expect(istioIn(release({ ...USERS, preview: CanaryPreview.header('x-canary', 'always') })).virtualService.routes).toEqual(['backend-routes']);
  });

  test('by several ways has all of them', () => {
    const manifests = release({
      ...USERS,
      preview: CanaryPreview.all(
        CanaryPreview.host('canary.test.com'), CanaryPreview.header('x-canary', 'always'), CanaryPreview.headerMatch('cookie', StringMatch.regex('.*beta.*')),
      ),
    });

    expect(find(manifests, 'VirtualService', 'app').spec.http[0].match.map(({ headers }: Manifest) => headers))
      .toEqual([{ 'x-canary': { exact: 'always' } }, { cookie: { regex: '.*beta.*' } }]);
    expect(find(manifests, 'VirtualService', 'app-canary').spec.hosts).toEqual(['canary.test.com']);
  });

  test('by header in front of several weighted routes keeps them apart', () => {
    const { http } = find(release({
      ...USERS, httpRoutes: [{ name: 'a', match: [{ uri: StringMatch.prefix('/a') }] }, { name: 'b' }], preview: CanaryPreview.header('x', 'y'),
    }), 'VirtualService').spec;

    expect(http.map(({ name }: Manifest) => name)).toEqual(['canary-preview-a', 'canary-preview-b', 'a', 'b']);
  });

  test('by host of a tls route asks for its own SNI host', () => {
    const { spec } = find(release({ ...USERS, tlsRoutes: [{ sniHosts: ['app-api.test.com'] }], preview: CanaryPreview.host('canary.test.com') }), 'VirtualService', 'app-canary');

    expect(spec.tls).toEqual([{ match: [{ sniHosts: ['canary.test.com'] }], route: [to('app-canary')] }]);
  });

  test('at subset level leads to the canary subset', () => {
    const { http } = find(release({ splitting: TrafficSplitting.subsetLevel(), preview: CanaryPreview.header('x', 'y') }), 'VirtualService').spec;

    expect(http[0].route).toEqual([{ destination: { host: 'app', port: { number: 80 }, subset: 'canary' } }]);
  });
});

test('preceding routes stand before preview and weighted routes', () => {
  const { http } = find(release({
    ...USERS, precedingRoutes: [IstioHttpRoute.redirect({ uri: '/new' }, { name: 'moved', match: [{ uri: StringMatch.exact('/old') }] })], preview: CanaryPreview.header('x', 'y'),
  }), 'VirtualService').spec;

  expect(http.map(({ name }: Manifest) => name)).toEqual(['moved', 'canary-preview', 'backend-routes']);
});

describe('several VirtualServices', () => {
  test('are all told to the controller', () => {
    const manifests = release({
      virtualServices: [
        CanaryVirtualService.create(USERS),
        CanaryVirtualService.create({ virtualServiceName: 'inside', hosts: ['app'] }),
        CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('edge/theirs'), { routes: ['main'], tcpRoutes: [{ port: 1 }] }),
      ],
    });

    expect(istioIn(manifests)).toEqual({
      virtualServices: [
        { name: 'app', routes: ['backend-routes'] }, { name: 'inside', routes: ['backend-routes'] },
        { name: 'theirs.edge', routes: ['main'], tcpRoutes: [{ port: 1 }] },
      ],
    });
    expect(namesOf(manifests).slice(3)).toEqual(['VirtualService/app', 'VirtualService/inside']);
  });

  test('may be one that exists in the namespace of the rollout', () => {
    const manifests = release({ virtualServices: [CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('app-service/theirs'), { routes: ['main'] })] });

    expect(istioIn(manifests)).toEqual({ virtualService: { name: 'theirs', routes: ['main'] } });
  });

  test('may be one of this app', () => {
    const chart = chartOf();
    const stable = new kplus.Service(chart, 'stable', { metadata: { name: 'app' }, ports: [{ port: 80 }] });
    const virtualService = new VirtualService(chart, 'mine', {
      hosts: ['a.test.com'],
      http: [IstioHttpRoute.to([IstioRouteDestination.toService(stable, { weight: 100 }), IstioRouteDestination.toHost('app-canary', { weight: 0 })], { name: 'main' })],
    });

    const rollout = new IstioCanaryRollout(chart, 'x', {
      ...pods(), steps: STEPS, stableService: stable, virtualServices: [CanaryVirtualService.fromVirtualService(virtualService, { routes: ['main'] })],
    });

    expect(rollout.virtualServices).toEqual([virtualService]);
    expect(istioIn(chart.toJson())).toEqual({ virtualService: { name: 'mine', routes: ['main'] } });
  });
});

test('a DestinationRule that exists is named to the controller, and none is created', () => {
  const manifests = release({ splitting: TrafficSplitting.subsetLevel({ destinationRule: DestinationRule.fromDestinationRuleName('shared') }) });

  expect(istioIn(manifests).destinationRule).toEqual({ name: 'shared', stableSubsetName: 'stable', canarySubsetName: 'canary' });
  expect(manifests.some(({ kind }) => kind === 'DestinationRule')).toBe(false);
});

test('objects are written in the version of the API that is asked for, and seen by whom is allowed', () => {
  const manifests = release({ ...USERS, istioApiVersion: IstioApiVersion.V1BETA1, exportTo: ['.'], preview: CanaryPreview.host('canary.test.com') });

  expect(manifests.filter(({ kind }) => kind === 'VirtualService').map(({ apiVersion, spec }) => [apiVersion, spec.exportTo]))
    .toEqual([['networking.istio.io/v1beta1', ['.']], ['networking.istio.io/v1beta1', ['.']]]);
});

test('a patch of a VirtualService lands, and is seen by the plan', () => {
  const chart = chartOf();
  const rollout = new IstioCanaryRollout(chart, 'x', { ...pods(), ...USERS, steps: STEPS });

  rollout.virtualServices[0].apiObject.addJsonPatch(JsonPatch.replace('/spec/hosts/0', 'patched.test.com'));
  ApiObject.of(rollout).addJsonPatch(JsonPatch.replace('/spec/strategy/canary/steps/0/setWeight', 5));

  expect(find(chart.toJson(), 'VirtualService').spec.hosts).toEqual(['patched.test.com']);
  expect(rollout.model.routes[0].hosts).toEqual(['patched.test.com']);
  expect(rollout.model.canary?.steps[0].weight).toBe(5);
});

test('the created objects are returned', () => {
  const rollout = new IstioCanaryRollout(chartOf(), 'x', { ...pods(), steps: STEPS, splitting: TrafficSplitting.subsetLevel() });

  expect(rollout.destinationRule?.subsetNames).toEqual(['stable', 'canary']);
  expect(rollout.virtualServices.map(({ name }) => name)).toEqual(['app']);
});

const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];
const NAME = { 'app.kubernetes.io/name': 'app' };

function release(props: Partial<IstioCanaryRolloutProps>) {
  return synth((chart) => new IstioCanaryRollout(chart, 'x', { ...pods(), steps: STEPS, ...props }));
}

function strategyIn(manifests: Manifest[]) {
  return find(manifests, 'Rollout').spec.strategy.canary;
}

function istioIn(manifests: Manifest[]) {
  return strategyIn(manifests).trafficRouting.istio;
}

function to(host: string, weight?: number, port: number = 80) {
  return { destination: { host, port: { number: port } }, ...weight === undefined ? {} : { weight } };
}
