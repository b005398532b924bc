import { answers, foretell, golden } from './foretold';
import { Hop } from '../../src/forecast/release-forecast';
import { blueGreen, hostCanary, serviceOf } from '../simulator/releases';
import { Manifest } from '../util/synth';

const PAUSED = { steps: [{ setWeight: 25 }, { pause: {} }] };
const ISTIO = 'networking.istio.io/v1';

const hops = (path: readonly Hop[]) => path.map(({ kind, namespace, name, detail }) => [kind, [namespace, name].filter(Boolean).join('/'), detail].filter(Boolean).join(' '));

const entrance = (manifests: Manifest[], id: string) => foretell(manifests).entrances.find((candidate) => candidate.id === id)!;

function virtualService(name: string, spec: Manifest, namespace?: string): Manifest {
  return { apiVersion: ISTIO, kind: 'VirtualService', metadata: { name, ...namespace && { namespace } }, spec };
}

function ingress(host: string, service: string, fields: Manifest = {}): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'public', namespace: 'istio-system', annotations: { 'alb.ingress.kubernetes.io/scheme': 'internet-facing' } },
    spec: { ingressClassName: 'alb', rules: [{ host, http: { paths: [{ path: '/', backend: { service: { name: service } } }] } }] },
    ...fields,
  };
}

describe('the way of requests', () => {
  test('goes from the load balancer over the Gateway and the VirtualService', () => {
    const manifests = [...golden('canary'), ingress('app-api.test.com', 'istio-ingressgateway')];

    expect(hops(entrance(manifests, 'app/backend-routes').path)).toEqual([
      'Ingress istio-system/public ALB, internet-facing', 'Gateway istio-system/ingressgateway', 'VirtualService app-service/app route backend-routes',
    ]);
    expect(hops(entrance(manifests, 'app-canary/backend-routes').path)[0]).toBe('Gateway istio-system/ingressgateway');
  });

  test('goes over an Ingress with a wildcard, and over one for all hosts', () => {
    const before = (host: string) => hops(entrance([...golden('canary'), ingress(host, 'istio-ingressgateway')], 'app/backend-routes').path)[0];

    expect(before('*.test.com')).toMatch(/^Ingress/);
    expect(before('')).toMatch(/^Ingress/);
    expect(before('*.example.com')).toMatch(/^Gateway/);
  });

  test('goes over the load balancer of the Service that selects the pods of the Gateway', () => {
    const gateway = { apiVersion: ISTIO, kind: 'Gateway', metadata: { name: 'ingressgateway', namespace: 'istio-system' }, spec: { selector: { istio: 'ingressgateway' } } };
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'public', namespace: 'istio-system', annotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' } },
      spec: { type: 'LoadBalancer', selector: { app: 'gateway', istio: 'ingressgateway' } },
    };

    expect(hops(entrance([...golden('canary'), gateway, service], 'app/backend-routes').path)[0]).toBe('Service istio-system/public NLB');
  });

  test('goes over sidecars where no Gateway is named', () => {
    expect(hops(entrance(golden('canary-east-west'), 'app/backend-routes').path)[0]).toBe('Gateway mesh sidecars of callers');
  });

  test('leads from an Ingress to the Service of the users without Istio', () => {
    const own = ingress('app.test', 'active', { metadata: { name: 'public' } });
    const manifests = [...blueGreen({ autoPromotionEnabled: false }), own];

    expect(entrance(manifests, 'public/app.test/')).toMatchObject({ audience: 'users', hosts: ['app.test'] });
    expect(answers(foretell(manifests), 'public/app.test/')).toEqual(['r1', 'r1', 'r1', 'r2', 'r2']);
  });

  test('splits by the weights of an ALB at its root Service', () => {
    const canary = { ...PAUSED, trafficRouting: { istio: undefined, alb: { ingress: 'public', rootService: 'root', servicePort: 80 } } };
    const manifests = [...JSON.parse(JSON.stringify(hostCanary(canary))).slice(0, 3), serviceOf('root'), ingress('app.test', 'root', { metadata: { name: 'public' } })];
    const forecast = foretell(manifests);

    expect(answers(forecast, 'public/app.test/').slice(0, 3)).toEqual(['r1', 'r1', 'r1 75 %, r2 25 %']);
    expect(forecast.notes).toEqual(['users are split by alb: its weights are foretold, not the objects that hold them']);
  });
});

describe('a route', () => {
  test('says which requests it takes', () => {
    const tester = virtualService('testers', {
      hosts: ['app.test'],
      http: [{
        name: 'tester',
        match: [{ uri: { prefix: '/api' }, headers: { 'x-canary': { exact: 'always' } }, method: { exact: 'GET' } }, { queryParams: { v: { regex: '2.*' } } }],
        route: [{ destination: { host: 'canary' } }],
      }],
    });

    expect(entrance([...hostCanary(PAUSED), tester], 'testers/tester')).toMatchObject({
      audience: 'testers', match: 'path /api*, method GET, x-canary: always or ?v ~ 2.*',
    });
  });

  test('of a delegate has the hosts and Gateways of its root', () => {
    const [rollout, stable, canary, own] = hostCanary(PAUSED);
    const delegate = { ...own, spec: { http: own.spec.http } };
    const root = virtualService('root', { hosts: ['shop.test'], gateways: ['edge'], http: [{ match: [{ uri: { prefix: '/api' } }], delegate: { name: 'app' } }] });

    const found = entrance([rollout, stable, canary, delegate, root], 'app/main');

    expect(found).toMatchObject({ hosts: ['shop.test'], match: 'path /api*' });
    expect(hops(found.path)).toEqual(['Gateway edge', 'VirtualService root delegates', 'VirtualService app route main']);
  });

  test('that leads to another Service too says so', () => {
    const manifests = [...blueGreen(), virtualService('app', {
      hosts: ['app.test'], http: [{ route: [{ destination: { host: 'active' }, weight: 90 }, { destination: { host: 'legacy' }, weight: 10 }] }],
    })];

    expect(answers(foretell(manifests), 'app/http[0]')[0]).toBe('r1 90 %, Service legacy 10 %');
  });

  test('that leads to a Service of the same name in another namespace is none of the release', () => {
    const other = virtualService('other', { hosts: ['app.test'], http: [{ route: [{ destination: { host: 'app.other.svc.cluster.local' } }] }] }, 'app-service');

    expect(entrance([...golden('canary'), other], 'other/http[0]')).toBeUndefined();
  });

  test('that leads to a Service by its full name is one of the release where that has no namespace yet', () => {
    const manifests = [...blueGreen(), virtualService('app', { hosts: ['app.test'], http: [{ route: [{ destination: { host: 'active.shop.svc.cluster.local' } }] }] })];

    expect(answers(foretell(manifests), 'app/http[0]')[0]).toBe('r1');
  });

  test('behind one that takes all requests gets none', () => {
    const http = [{ name: 'all', route: [{ destination: { host: 'legacy' } }] }, { name: 'late', route: [{ destination: { host: 'active' } }] }];

    expect(entrance([...blueGreen(), virtualService('app', { hosts: ['app.test'], http })], 'app/late')).toBeUndefined();
  });

  test('that mirrors sends copies', () => {
    const mirror = virtualService('app', {
      hosts: ['app.test'], http: [{ route: [{ destination: { host: 'active' } }], mirror: { host: 'preview' }, mirrorPercentage: { value: 10 } }],
    });

    expect(answers(foretell([...blueGreen({ autoPromotionEnabled: false }), mirror]), 'app/http[0]').slice(0, 3)).toEqual([
      'r1, and a copy of 10 % to r1', 'r1, and a copy of 10 % to nobody', 'r1, and a copy of 10 % to r2',
    ]);
  });

  test('that the controller adds for a header is there from its step to the end', () => {
    const header = { setHeaderRoute: { name: 'by-header', match: [{ headerName: 'x-canary', headerValue: { exact: 'always' } }] } };
    const forecast = foretell(hostCanary({ steps: [{ setWeight: 25 }, header, { pause: {} }], trafficRouting: { managedRoutes: [{ name: 'by-header' }] } }));

    expect(forecast.entrances.find(({ id }) => id === 'app/by-header')).toMatchObject({ audience: 'testers', match: 'x-canary: always' });
    expect(answers(forecast, 'app/by-header')).toEqual(['not there', 'not there', 'r2', 'r2', 'not there', 'not there']);
  });
});

test('a Service that selects all pods is told of as that', () => {
  const forecast = foretell([...hostCanary(PAUSED), serviceOf('metrics')]);

  expect(answers(forecast, 'Service/metrics').slice(1, 3)).toEqual(['r1', 'r1 80 %, r2 20 %']);
});

test('the Ingress of another app stands before no Gateway', () => {
  const other = ingress('', 'other', { metadata: { name: 'other', namespace: 'other' } });

  expect(hops(entrance([...golden('canary'), other], 'app/backend-routes').path)[0]).toMatch(/^Gateway/);
});
