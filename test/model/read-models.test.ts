import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import {
  BlueGreenRollout, CanaryRollout, CanaryServices, CanaryStep, IstioCanaryRollout, IstioGateway, ITrafficRouter, TrafficSplitting,
} from '../../src';
import { readModels } from '../../src/model/view/read-models';
import { chartOf, Manifest, pods } from '../util/synth';

const USERS = { hosts: ['a.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')] };
const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];

test('the plan of the blue-green scenario', () => {
  expect(planOfExample('blue-green')).toEqual({
    name: 'app',
    namespace: 'app-service',
    replicas: 3,
    selector: { 'app.kubernetes.io/name': 'app' },
    images: { main: 'registry.example.com/app:1.4.2' },
    strategy: 'blueGreen',
    blueGreen: {
      activeService: 'app',
      previewService: 'app-preview',
      autoPromotionEnabled: false,
      scaleDownDelaySeconds: 30,
      abortScaleDownDelaySeconds: 30,
      prePromotionAnalysis: [],
      postPromotionAnalysis: [],
    },
    services: [service('app', 'active'), service('app-preview', 'preview')],
    routes: [
      route('app', 'app-api.test.com', [{ service: 'app', weight: 100, role: 'active' }]),
      route('app-preview', 'app-api-preview.test.com', [{ service: 'app-preview', weight: 100, role: 'preview' }]),
    ],
  });
});

test('the plan of the canary scenario', () => {
  expect(planOfExample('canary')).toMatchObject({
    strategy: 'canary',
    canary: {
      steps: [{ action: 'setWeight', weight: 30 }, { action: 'pause', weight: 30 }],
      routers: ['istio'],
      managedRoutes: [],
      dynamicStableScale: false,
      scaleDownDelaySeconds: 30,
      backgroundAnalysis: [],
    },
    services: [service('app', 'stable'), service('app-canary', 'canary')],
    routes: [
      { ...route('app', 'app-api.test.com', [{ service: 'app', weight: 100, role: 'stable' }, { service: 'app-canary', weight: 0, role: 'canary' }]), weighted: true },
      { ...route('app-canary', 'app-api-canary.test.com', [{ service: 'app-canary', weight: 100, role: 'canary' }]), weighted: false },
    ],
  });
});

test('the plan of the east-west scenario', () => {
  expect(planOfExample('canary-east-west')).toMatchObject({
    canary: { destinationRule: 'app' },
    services: [service('app', 'shared')],
    routes: [
      { name: 'canary-preview', weighted: false, gateways: ['mesh'], destinations: [{ service: 'app', subset: 'canary', weight: 100, role: 'canary' }] },
      { name: 'backend-routes', weighted: true, destinations: [{ subset: 'stable', weight: 100, role: 'stable' }, { subset: 'canary', weight: 0, role: 'canary' }] },
    ],
  });
});

describe('what Argo Rollouts takes where the manifest is silent:', () => {
  test('blue-green promotes by itself', () => {
    const [model] = readModels([{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: { strategy: { blueGreen: { activeService: 'a' } } } }]);

    expect(model.blueGreen).toMatchObject({ autoPromotionEnabled: true, scaleDownDelaySeconds: 30, abortScaleDownDelaySeconds: 30 });
    expect(model.services).toEqual([{ name: 'a', role: 'active', found: false, selector: {}, ports: [] }]);
  });

  test('a canary without a router keeps no old pods', () => {
    const rollout = new CanaryRollout(chartOf(), 'x', { ...pods(), steps: STEPS });

    expect(rollout.model.canary).not.toHaveProperty('scaleDownDelaySeconds');
    expect(rollout.model.canary?.routers).toEqual([]);
  });
});

describe('a pause', () => {
  test.each([[{ duration: 10 }, 10], [{ duration: '10' }, 10], [{ duration: '10s' }, 10], [{ duration: '5m' }, 300], [{ duration: '1h' }, 3600], [{}, undefined]])('%j lasts %p seconds', (pause, seconds) => {
    const [model] = readModels([{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: { strategy: { canary: { steps: [{ pause }] } } } }]);

    expect(model.canary?.steps[0].pauseSeconds).toBe(seconds);
  });
});

test('weights of a router that counts finer are given in percent', () => {
  const router: ITrafficRouter = {
    capabilities: { services: CanaryServices.PAIR, maxWeight: 1000 }, validate: () => [], bind: () => ({ trafficRouting: { nginx: {} } }),
  };

  const rollout = new CanaryRollout(chartOf(), 'x', { ...pods(), traffic: router, steps: [CanaryStep.setWeight(500, 1000)] });

  expect(rollout.model.canary?.steps[0].weight).toBe(50);
});

describe('of two rollouts of one name in two namespaces', () => {
  test('each sees its own routes alone', () => {
    const [blue, green] = inTwoNamespaces((chart) => new IstioCanaryRollout(chart, 'app', { ...pods(), ...USERS, hosts: [`${chart.namespace}.test.com`], steps: STEPS }));

    expect(blue.model.routes.map(({ hosts }) => hosts)).toEqual([['blue.test.com']]);
    expect(green.model.routes.map(({ hosts }) => hosts)).toEqual([['green.test.com']]);
  });

  test('each sees its own Services alone', () => {
    const [blue] = inTwoNamespaces((chart) => new BlueGreenRollout(chart, 'app', { ...pods(), ports: [{ port: chart.namespace === 'blue' ? 1 : 2, name: 'http' }] }));

    expect(blue.model.services.map(({ ports }) => ports)).toEqual([[1], [1]]);
  });
});

test.each([
  ['app.app-service.svc.cluster.local', 1],
  ['app.app-service', 0],
  ['app.other.svc.cluster.local', 0],
  ['app', 0],
])('a VirtualService of another namespace that leads to %s gives %d routes', (host, count) => {
  const chart = chartOf();
  new BlueGreenRollout(chart, 'x', pods());

  const [model] = readModels([...chart.toJson(), {
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'VirtualService',
    metadata: { name: 'edge', namespace: 'edge' },
    spec: { hosts: ['a.test.com'], http: [{ route: [{ destination: { host } }] }] },
  }]);

  expect(model.routes).toHaveLength(count);
});

test('a host in full is found where the manifests name no namespace, as charts of Helm do', () => {
  const chart = new Chart(Testing.app(), 'app');
  new BlueGreenRollout(chart, 'x', pods());

  const [model] = readModels([...chart.toJson(), {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'edge' },
    spec: { hosts: ['a.test.com'], http: [{ route: [{ destination: { host: 'app.shop.svc.cluster.local' } }] }] },
  }]);

  expect(model.routes.map(({ destinations }) => destinations[0].role)).toEqual(['active']);
});

test('weighted tls and tcp routes are found by port and SNI hosts', () => {
  const { model } = new IstioCanaryRollout(chartOf(), 'x', {
    ...pods(), ...USERS, steps: STEPS, tlsRoutes: [{ sniHosts: ['a.test.com'], port: 443 }], tcpRoutes: [{ port: 5432 }],
  });

  expect(model.routes.map(({ protocol, weighted }) => [protocol, weighted])).toEqual([['tls', true], ['tcp', true]]);
});

test('the roles of the Services are those of ping and pong, or shared with subsets', () => {
  const pair = new IstioCanaryRollout(chartOf(), 'x', { ...pods(), ...USERS, steps: STEPS, pingPong: {} });
  const subsets = new IstioCanaryRollout(chartOf(), 'x', { ...pods(), steps: STEPS, splitting: TrafficSplitting.subsetLevel() });

  expect(pair.model.services.map(({ role }) => role)).toEqual(['ping', 'pong']);
  expect(subsets.model.services.map(({ role }) => role)).toEqual(['shared']);
});

function inTwoNamespaces<T>(build: (chart: Chart) => T): T[] {
  const app = Testing.app();
  return ['blue', 'green'].map((namespace) => build(new Chart(app, namespace, { namespace })));
}

function planOfExample(example: string) {
  const text = readFileSync(join(__dirname, '../golden', `${example}.k8s.yaml`), 'utf8');
  const plans = readModels(parseAllDocuments(text).map((document) => document.toJS() as Manifest));
  expect(plans).toHaveLength(1);
  return plans[0];
}

function service(name: string, role: string) {
  return { name, role, found: true, selector: { 'app.kubernetes.io/name': 'app' }, ports: [80] };
}

function route(object: string, host: string, destinations: object[]) {
  return {
    kind: 'VirtualService', object, protocol: 'http', name: 'backend-routes', hosts: [host], gateways: ['istio-system/ingressgateway'], weighted: false, destinations,
  };
}
