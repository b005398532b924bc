import { Chart, Duration, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import {
  AnalysisTemplate, BlueGreenRollout, CanaryPreview, CanaryScale, CanaryStep, ExperimentSpecRef, IstioCanaryRollout, IstioGateway, IstioTraffic,
  Promotion, ReleaseModel, Rollout, StringMatch, TrafficSplitting,
} from '../../src';
import { readModels } from '../../src/model/view/read-models';
import { chartOf, Manifest, pods } from '../util/synth';

const USERS = { hosts: ['app-api.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')] };
const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];

describe('the plan of a construct equals the plan of its YAML', () => {
  test.each<[string, (chart: Chart) => Rollout]>([
    ['blue-green', (chart) => new BlueGreenRollout(chart, 'app', {
      ...pods(), replicas: 3, promotion: Promotion.manual(), scaleDownDelay: Duration.seconds(30), traffic: IstioTraffic.blueGreen({ ...USERS, previewHosts: ['b.test.com'] }),
    })],
    ['canary', (chart) => new IstioCanaryRollout(chart, 'app', { ...pods(), ...USERS, steps: STEPS, preview: CanaryPreview.host('b.test.com') })],
    ['canary-east-west', (chart) => new IstioCanaryRollout(chart, 'app', { ...pods(), steps: STEPS, splitting: TrafficSplitting.subsetLevel(), preview: CanaryPreview.header('x', 'y') })],
    ['ping and pong', (chart) => new IstioCanaryRollout(chart, 'app', { ...pods(), ...USERS, steps: STEPS, pingPong: {} })],
    ['automatic blue-green', (chart) => new BlueGreenRollout(chart, 'app', { ...pods(), promotion: Promotion.automaticAfter(Duration.minutes(1)), previewReplicaCount: 1 })],
  ])('%s', (_name, build) => {
    const chart = chartOf();

    const rollout = build(chart);

    expect(fromYaml(chart)).toEqual([rollout.model]);
  });

  test('even where dependencies change the order of the manifests', () => {
    const chart = chartOf();
    const rollout = new BlueGreenRollout(chart, 'app', { ...pods(), traffic: IstioTraffic.blueGreen({ ...USERS, previewHosts: ['b.test.com'] }) });
    rollout.trafficObjects[0].apiObject.node.addDependency(rollout.trafficObjects[1].apiObject);

    expect(fromYaml(chart)).toEqual([rollout.model]);
  });
});

test('any list of steps keeps the weights in range, and survives YAML', () => {
  fc.assert(fc.property(fc.array(anyStep(), { minLength: 1, maxLength: 12 }), (steps) => {
    const chart = chartOf();

    const { model } = new IstioCanaryRollout(chart, 'app', { ...pods(), ...USERS, steps });

    expect(model.canary?.steps).toHaveLength(steps.length);
    expect(model.canary?.steps.filter(({ weight }) => !Number.isInteger(weight) || weight < 0 || weight > 100)).toEqual([]);
    expect(fromYaml(chart)).toEqual([model]);
  }), { numRuns: 60 });
});

test('any list of steps lists each managed route once', () => {
  fc.assert(fc.property(fc.array(anyStep(), { minLength: 1, maxLength: 12 }), (steps) => {
    const managed = new IstioCanaryRollout(chartOf(), 'app', { ...pods(), ...USERS, steps }).model.canary!.managedRoutes;

    expect([...new Set(managed)]).toEqual(managed);
    expect(steps.flatMap((step) => step._managedRoute ?? []).filter((name) => !managed.includes(name))).toEqual([]);
  }), { numRuns: 60 });
});

function fromYaml(chart: Chart): ReleaseModel[] {
  const text = Yaml.stringify(...chart.toJson());
  return readModels(parseAllDocuments(text).map((document) => document.toJS() as Manifest));
}

/** A step of any kind. */
function anyStep(): fc.Arbitrary<CanaryStep> {
  const percent = fc.integer({ min: 0, max: 100 });
  const name = fc.constantFrom('one', 'two', 'three');
  const match = fc.tuple(fc.constantFrom('x-a', 'cookie'), fc.constantFrom('a', 'true', '0', 'on'))
    .map(([headerName, value]) => ({ headerName, headerValue: StringMatch.exact(value) }));
  return fc.oneof(
    percent.map((weight) => CanaryStep.setWeight(weight)),
    fc.option(fc.integer({ min: 1, max: 100_000 })).map((seconds) => CanaryStep.pause(seconds === null ? undefined : Duration.seconds(seconds))),
    fc.nat({ max: 20 }).map((replicas) => CanaryStep.canaryScale(CanaryScale.replicas(replicas))),
    percent.map((weight) => CanaryStep.canaryScale(CanaryScale.weight(weight))),
    fc.constant(CanaryStep.canaryScale(CanaryScale.matchTrafficWeight())),
    fc.tuple(name, fc.array(match, { minLength: 1, maxLength: 3 })).map(([route, matches]) => CanaryStep.setHeaderRoute(`header-${route}`, matches)),
    name.map((route) => CanaryStep.removeHeaderRoute(`header-${route}`)),
    fc.tuple(name, percent).map(([route, percentage]) => CanaryStep.setMirrorRoute(`mirror-${route}`, { match: [{ path: StringMatch.prefix('/') }], percentage })),
    name.map((route) => CanaryStep.removeMirrorRoute(`mirror-${route}`)),
    fc.uniqueArray(name, { minLength: 1 }).map((names) => (
      CanaryStep.analysis({ templates: names.map((template) => AnalysisTemplate.fromAnalysisTemplateName(template)) })
    )),
    fc.tuple(name, percent)
      .map(([template, weight]) => CanaryStep.experiment({ templates: [{ name: template, specRef: ExperimentSpecRef.CANARY, weight }] })),
    fc.tuple(name, fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.integer(), fc.boolean(), name), { noNullPrototype: true }))
      .map(([plugin, config]) => CanaryStep.plugin(plugin, config)),
  );
}
