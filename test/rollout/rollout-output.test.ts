import { App, Chart, Duration, Size, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  BlueGreenRollout, CanaryPreview, CanaryStep, DestinationRule, ExistingService, IIstioGateway, IstioCanaryRollout, IstioGateway, IstioHttpRoute,
  IstioRouteDestination, IstioTraffic, TrafficSplitting, VirtualService,
} from '../../src';
import { chartOf, find, Manifest, pods, synth, synthYaml } from '../util/synth';

/** One of each construct, by a function that takes any scope. */
const RELEASES: Array<[string, (scope: Construct) => void]> = [
  ['blue-green', (scope) => new BlueGreenRollout(scope, 'x', {
    ...pods(), spread: true, traffic: IstioTraffic.blueGreen({ hosts: ['a.test.com'], previewHosts: ['b.test.com'], gateways: [gateway()] }),
  })],
  ['isolated blue-green', (scope) => new BlueGreenRollout(scope, 'x', { ...pods(), isolate: true })],
  ['canary', (scope) => new IstioCanaryRollout(scope, 'x', {
    ...pods(), spread: true, steps: [CanaryStep.setWeight(30)], hosts: ['a.test.com'], gateways: [gateway()], preview: CanaryPreview.host('b.test.com'),
  })],
  ['canary with subsets', (scope) => new IstioCanaryRollout(scope, 'x', {
    ...pods(), steps: [CanaryStep.setWeight(30)], splitting: TrafficSplitting.subsetLevel(),
  })],
  ['canary with ping and pong', (scope) => new IstioCanaryRollout(scope, 'x', {
    ...pods(), steps: [CanaryStep.setWeight(30)], hosts: ['a.test.com'], gateways: [gateway()], pingPong: {},
  })],
  ['canary with passed constructs', (scope) => new IstioCanaryRollout(scope, 'x', {
    ...pods(),
    steps: [CanaryStep.setWeight(30)],
    stableService: ExistingService.fromServiceName(scope, 'stable', 'app', [{ port: 80 }]),
    hosts: ['a.test.com'],
    gateways: [gateway()],
    mesh: true,
    splitting: TrafficSplitting.subsetLevel({
      destinationRule: new DestinationRule(scope, 'rule', { metadata: { name: 'rule' }, host: 'app', subsets: [{ name: 'stable' }, { name: 'canary' }] }),
    }),
  })],
  ['a VirtualService', (scope) => new VirtualService(scope, 'vs', {
    hosts: ['a.test.com'], http: [IstioHttpRoute.to([IstioRouteDestination.toHost('app')], { name: 'r' })],
  })],
];

describe('the place in the construct tree changes no byte', () => {
  test.each(RELEASES)('of %s', (_name, release) => {
    const deeper = synthYaml((chart) => release(new Construct(new Construct(chart, 'team'), 'product')));

    expect(deeper).toBe(synthYaml(release));
  });

  test.each(RELEASES)('of %s in a chart of another id', (_name, release) => {
    const chart = new Chart(Testing.app(), 'another', { namespace: 'app-service' });

    release(chart);

    expect(Yaml.stringify(...chart.toJson())).toBe(synthYaml(release));
  });
});

test.each(RELEASES)('the address label of cdk8s-plus is nowhere in %s', (_name, release) => {
  expect(synthYaml(release)).not.toContain('cdk8s.io/metadata.addr');
});

test.each(RELEASES)('rendering %s twice gives the same', (_name, release) => {
  const chart = chartOf();
  release(chart);

  const first = JSON.stringify(chart.toJson());

  expect(JSON.stringify(chart.toJson())).toBe(first);
});

test.each(RELEASES)('no list is empty in %s', (_name, release) => {
  expect(emptyLists(synth(release))).toEqual([]);
});

test('reading the plan does not change what is synthesized', () => {
  const chart = chartOf();
  const rollout = new BlueGreenRollout(chart, 'x', { ...pods(), spread: true });
  const before = JSON.stringify(chart.toJson());

  expect(rollout.plan.name).toBe('app');

  expect(JSON.stringify(chart.toJson())).toBe(before);
});

test('two rollouts of one name live in two namespaces', () => {
  const app = new App();

  const charts = ['blue', 'green'].map((namespace) => {
    const chart = new Chart(app, namespace, { namespace });
    new BlueGreenRollout(chart, 'app', pods());
    return chart;
  });

  expect(charts.map((chart) => find(chart.toJson(), 'Rollout').metadata.namespace)).toEqual(['blue', 'green']);
});

describe('the template is written as the controller would write it', () => {
  test('quantities are canonical', () => {
    const [container] = containersOf({
      image: 'app',
      resources: {
        cpu: { request: kplus.Cpu.millis(1000), limit: kplus.Cpu.millis(1500) },
        memory: { request: Size.mebibytes(512), limit: Size.mebibytes(2048) },
      },
    });

    expect(container.resources).toEqual({ requests: { cpu: '1', memory: '512Mi' }, limits: { cpu: '1500m', memory: '2Gi' } });
  });

  test('resources are there even where none are set', () => {
    const [container] = containersOf({ image: 'app', resources: {} });

    expect(container.resources).toEqual({});
  });

  test('a probe loses its zero delay', () => {
    const [container] = containersOf({
      image: 'app', portNumber: 80, liveness: kplus.Probe.fromHttpGet('/', { initialDelaySeconds: Duration.seconds(0) }),
    });

    expect(container.livenessProbe).not.toHaveProperty('initialDelaySeconds');
  });

  test('a port has its protocol', () => {
    const [container] = containersOf({ image: 'app', portNumber: 80 });

    expect(container.ports).toEqual([{ containerPort: 80, protocol: 'TCP' }]);
  });

  test('hostNetwork is left out unless it is true', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), hostNetwork: false })), 'Rollout').spec.template;

    expect(spec).not.toHaveProperty('hostNetwork');
  });

  test('hostNetwork is written where it is true', () => {
    const { spec } = find(synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), hostNetwork: true })), 'Rollout').spec.template;

    expect(spec.hostNetwork).toBe(true);
  });
});

function containersOf(...containers: kplus.ContainerProps[]): Manifest[] {
  return find(synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), containers })), 'Rollout').spec.template.spec.containers;
}

function gateway(): IIstioGateway {
  return IstioGateway.fromGatewayName('istio-system/ingressgateway');
}

/** The paths of all empty lists. */
function emptyLists(value: any, path: string = ''): string[] {
  if (Array.isArray(value) && value.length === 0) {
    return [path];
  }
  return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, item]) => emptyLists(item, `${path}/${key}`)) : [];
}
