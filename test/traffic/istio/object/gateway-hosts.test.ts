import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import {
  BlueGreenRollout, CanaryPreview, CanaryStep, IIstioGateway, IstioCanaryRollout, IstioGateway, IstioGatewayProps, IstioGatewayServer,
  IstioGatewayTls, IstioHttpRoute, IstioRouteDestination, IstioTcpRoute, IstioTlsRoute, IstioTraffic, StringMatch, VirtualService,
  VirtualServiceProps,
} from '../../../../src';
import { coversHost } from '../../../../src/core/hosts';
import { chartOf, errorOf, find, pods, synth } from '../../../util/synth';

const TO_APP = [IstioRouteDestination.toHost('app')];
const ALL_PATHS = [IstioHttpRoute.to(TO_APP)];

describe('a VirtualService refers to a created Gateway', () => {
  test.each([
    ['by its name in the same namespace', undefined, 'g'],
    ['with its namespace from another one', { namespace: 'istio-system' }, 'istio-system/g'],
  ])('%s', (_name, metadata, written) => {
    const manifests = synth((chart) => virtualServiceOn(gatewayIn(chart, ['*'], { metadata }), { hosts: ['a.com'] }));

    expect(find(manifests, 'VirtualService').spec.gateways).toEqual([written]);
  });

  test('in a match too', () => {
    const manifests = synth((chart) => {
      const gateway = gatewayIn(chart, ['*'], { metadata: { namespace: 'istio-system' } });
      virtualServiceOn(gateway, { hosts: ['a.com'], http: [IstioHttpRoute.to(TO_APP, { match: [{ gateways: [gateway] }] })] });
    });

    expect(find(manifests, 'VirtualService').spec.http[0].match).toEqual([{ gateways: ['istio-system/g'] }]);
  });

  test('as rollouts do', () => {
    const manifests = synth((chart) => {
      const gateways = [gatewayIn(chart, ['*.test.com'], { metadata: { namespace: 'istio-system' } })];
      blueGreen(chart, 'app', gateways);
      canary(chart, 'shop', gateways);
    });

    expect(manifests.filter(({ kind }) => kind === 'VirtualService').map(({ spec }) => spec.gateways)).toEqual(Array(4).fill(['istio-system/g']));
  });

  test('whose namespace must be known', () => {
    const app = Testing.app();
    const gateway = new IstioGateway(new Chart(app, 'platform'), 'g', { servers: [IstioGatewayServer.http(['*'])] });
    const chart = chartOf(app);
    new VirtualService(chart, 'vs', { hosts: ['a.com'], gateways: [gateway], http: ALL_PATHS });

    expect(() => app.synthYaml()).toThrow('[app/vs] [gateway-namespace] gateways: Gateway g has no namespace, and would be looked for in app-service; ');
  });
});

describe('a host is served by a Gateway', () => {
  test.each<[string, string[], string]>([
    ['that has it', ['a.test.com'], 'a.test.com'],
    ['that has it in capitals', ['A.test.com'], 'a.test.com'],
    ['with a wildcard for it', ['*.test.com'], 'a.test.com'],
    ['for all hosts', ['*'], 'a.test.com'],
    ['with a host of a wildcard', ['a.test.com'], '*.test.com'],
    ['for the namespace of the VirtualService', ['app-service/*.test.com'], 'a.test.com'],
    ['for its own namespace', ['./a.test.com'], 'a.test.com'],
    ['for any namespace', ['*/a.test.com'], 'a.test.com'],
  ])('%s', (_name, served, host) => {
    expect(() => synth((chart) => virtualServiceOn(gatewayIn(chart, served), { hosts: [host] }))).not.toThrow();
  });

  test('that has it by a patch', () => {
    expect(() => synth((chart) => {
      const gateway = gatewayIn(chart, ['a.com']);
      gateway.apiObject.addJsonPatch(JsonPatch.add('/spec/servers/0/hosts/-', 'b.com'));
      virtualServiceOn(gateway, { hosts: ['b.com'] });
    })).not.toThrow();
  });

  test('or by another one of the same VirtualService', () => {
    expect(() => synth((chart) => {
      const gateways = [gatewayIn(chart, ['a.com']), gatewayIn(chart, ['b.com'], {}, 'h')];
      new VirtualService(chart, 'vs', { hosts: ['a.com', 'b.com'], gateways, http: ALL_PATHS });
    })).not.toThrow();
  });

  test('or perhaps by one that is known by name alone', () => {
    expect(() => synth((chart) => {
      const gateways = [gatewayIn(chart, ['a.com']), IstioGateway.fromGatewayName('edge/other')];
      new VirtualService(chart, 'vs', { hosts: ['b.com'], gateways, http: ALL_PATHS });
    })).not.toThrow();
  });

  test('but the name of a Service need not be, where callers inside the mesh use it', () => {
    expect(() => synth((chart) => virtualServiceOn(gatewayIn(chart, ['a.com']), { hosts: ['a.com', 'app', 'app.shop.svc'], mesh: true }))).not.toThrow();
  });

  test('whatever the hosts, when it covers them', () => {
    const labels = fc.array(fc.stringMatching(/^[a-z]{1,2}$/), { minLength: 2, maxLength: 3 }).map((list) => list.join('.'));

    fc.assert(fc.property(fc.array(labels, { minLength: 1, maxLength: 3 }), labels, (served, host) => {
      const distinct = [...new Set(served.map((name) => `*.${name}`))];
      const build = () => synth((chart) => virtualServiceOn(gatewayIn(chart, distinct), { hosts: [host] }));

      return distinct.some((wide) => coversHost(wide, host)) ? build().length === 2 : failure(build).includes('[host-served-by-gateway]');
    }), { numRuns: 40 });
  });
});

describe('fails when a Gateway', () => {
  const passthrough = IstioGatewayServer.passthrough(['a.com']);

  test.each<[string, IstioGatewayServer[], Partial<VirtualServiceProps>, string]>([
    ['does not have the host', [IstioGatewayServer.http(['b.com'])], {}, 'no server of Gateway app-service/g has it, got "a.com"'],
    ['has hosts of one level down', [IstioGatewayServer.http(['*.a.com'])], {}, 'no server of Gateway app-service/g has it'],
    ['serves another namespace', [IstioGatewayServer.http(['shop/a.com'])], {}, 'Gateway app-service/g serves it for other namespaces than app-service alone'],
    ['redirects to nowhere', [IstioGatewayServer.redirectToHttps(['*'])], {}, 'Gateway app-service/g redirects it to HTTPS, where no server has it'],
    ['passes TLS through, and routes are for http', [passthrough], {}, 'has http routes, and Gateway app-service/g takes it for tls routes alone'],
    ['ends TLS, and routes are for tls', [IstioGatewayServer.https(['a.com'], IstioGatewayTls.simple('a'))], {
      http: [], tls: [IstioTlsRoute.to(TO_APP, { sniHosts: ['a.com'] })],
    }, 'has tls routes, and Gateway app-service/g takes it for http routes alone'],
    ['ends TLS of other protocols, and routes are for http', [IstioGatewayServer.tls(['a.com'], IstioGatewayTls.simple('a'))], {}, 'has http routes, and Gateway app-service/g takes it for tcp routes alone'],
  ])('%s', (_name, servers, props, text) => {
    const error = errorOf((chart) => virtualServiceOn(gatewayIn(chart, [], { servers }), { hosts: ['a.com'], ...props }));

    expect(error).toContain(`[app/vs] [host-served-by-gateway] hosts: ${text}`);
  });

  test.each<[string, (chart: Chart, gateways: IIstioGateway[]) => void, string]>([
    ['the users of a blue-green rollout', (chart, gateways) => blueGreen(chart, 'app', gateways), 'app/app/VirtualService'],
    ['the testers of a canary rollout', (chart, gateways) => canary(chart, 'app', gateways), 'app/app/CanaryVirtualService'],
  ])('does not serve %s', (_name, build, path) => {
    const error = errorOf((chart) => build(chart, [gatewayIn(chart, ['app.example.com'])]));

    expect(error).toContain(`[${path}] [host-served-by-gateway] hosts: no server of Gateway app-service/g has it`);
  });
});

describe('routes are served by a server of their kind', () => {
  test.each<[string, IstioGatewayServer, Partial<VirtualServiceProps>]>([
    ['tls by passthrough', IstioGatewayServer.passthrough(['a.com']), { tls: [IstioTlsRoute.to(TO_APP, { sniHosts: ['a.com'] })] }],
    ['tcp by tcp', IstioGatewayServer.tcp(5432), { tcp: [IstioTcpRoute.to(TO_APP, { port: 5432 })] }],
    ['tcp by tls', IstioGatewayServer.tls(['a.com'], IstioGatewayTls.simple('a')), { tcp: [IstioTcpRoute.to(TO_APP, { port: 443 })] }],
  ])('%s', (_name, server, props) => {
    expect(() => synth((chart) => virtualServiceOn(gatewayIn(chart, [], { servers: [server] }), { hosts: ['a.com'], http: [], ...props }))).not.toThrow();
  });
});

describe('a host of a Gateway', () => {
  const created = (chart: Chart) => [gatewayIn(chart, ['*'])];
  const named = () => [IstioGateway.fromGatewayName('istio-system/ingressgateway')];

  test.each([['created here', created], ['known by name', named]])('belongs to one rollout alone, with a Gateway %s', (_name, gatewaysOf) => {
    const error = errorOf((chart) => {
      const gateways = gatewaysOf(chart);
      blueGreen(chart, 'app', gateways);
      canary(chart, 'shop', gateways, 'App.test.com');
    });

    expect(error).toContain('[app/shop/VirtualService] [host-claimed-once] hosts: VirtualService app (app/app/VirtualService) takes the same requests of this host, got "App.test.com"');
  });

  test('is no host of testers when it is one of the users of another rollout', () => {
    const error = errorOf((chart) => {
      const gateways = created(chart);
      blueGreen(chart, 'app', gateways);
      canary(chart, 'shop', gateways, 'app-preview.test.com');
    });

    expect(error).toContain('[host-claimed-once] hosts: VirtualService app-preview (app/app/PreviewVirtualService) takes the same requests');
  });

  test.each<[string, IstioHttpRoute]>([
    ['by paths that differ', IstioHttpRoute.to(TO_APP, { match: [{ uri: StringMatch.prefix('/api') }] })],
    ['by a header', IstioHttpRoute.to(TO_APP, { match: [{ headers: { a: StringMatch.exact('b') } }] })],
  ])('may be shared %s', (_name, route) => {
    expect(() => synth((chart) => {
      const gateways = created(chart);
      new VirtualService(chart, 'one', { hosts: ['a.com'], gateways, http: ALL_PATHS });
      new VirtualService(chart, 'two', { hosts: ['a.com'], gateways, http: [route] });
    })).not.toThrow();
  });

  test.each([['the same', '/new', true], ['another one', '/other', false]])('may be shared with a redirect that is %s', (_name, uri, well) => {
    const redirect = (to: string) => IstioHttpRoute.redirect({ uri: to }, { match: [{ uri: StringMatch.prefix('/old') }] });
    const build = () => synth((chart) => {
      const gateways = created(chart);
      new VirtualService(chart, 'one', { hosts: ['a.com'], gateways, http: [redirect('/new')] });
      new VirtualService(chart, 'two', { hosts: ['a.com'], gateways, http: [redirect(uri)] });
    });

    expect(failure(build).includes('[host-claimed-once]')).toBe(!well);
  });

  test('may be that of a VirtualService on another Gateway', () => {
    expect(() => synth((chart) => {
      new VirtualService(chart, 'one', { hosts: ['a.com'], gateways: [gatewayIn(chart, ['*'])], http: ALL_PATHS });
      new VirtualService(chart, 'two', { hosts: ['a.com'], gateways: named(), http: ALL_PATHS });
    })).not.toThrow();
  });

  test('may be that of another cluster, in another chart', () => {
    const app = new App();
    ['one', 'two'].forEach((id) => blueGreen(new Chart(app, id, { namespace: 'app-service' }), 'app', named()));

    expect(() => app.synthYaml()).not.toThrow();
  });

  test('may be taken away by a patch', () => {
    expect(() => synth((chart) => {
      const gateways = created(chart);
      new VirtualService(chart, 'one', { hosts: ['a.com'], gateways, http: ALL_PATHS });
      new VirtualService(chart, 'two', { hosts: ['a.com'], gateways, http: ALL_PATHS }).apiObject.addJsonPatch(JsonPatch.replace('/spec/hosts/0', 'b.com'));
    })).not.toThrow();
  });
});

function gatewayIn(chart: Chart, hosts: string[], props: Partial<IstioGatewayProps> = {}, id: string = 'g'): IstioGateway {
  return new IstioGateway(chart, id, { servers: [IstioGatewayServer.http(hosts.length > 0 ? hosts : ['unused.com'])], ...props });
}

function virtualServiceOn(gateway: IstioGateway, props: Partial<VirtualServiceProps>): void {
  new VirtualService(Chart.of(gateway), 'vs', { gateways: [gateway], http: ALL_PATHS, ...props });
}

function blueGreen(chart: Chart, name: string, gateways: IIstioGateway[]): void {
  const traffic = IstioTraffic.blueGreen({ hosts: [`${name}.test.com`], previewHosts: [`${name}-preview.test.com`], gateways });
  new BlueGreenRollout(chart, name, { ...pods(), metadata: { name }, traffic });
}

function canary(chart: Chart, name: string, gateways: IIstioGateway[], host: string = `${name}.test.com`): void {
  new IstioCanaryRollout(chart, name, {
    ...pods(), metadata: { name }, steps: [CanaryStep.setWeight(30)], hosts: [host], gateways, preview: CanaryPreview.host(`${name}-canary.test.com`),
  });
}

function failure(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
