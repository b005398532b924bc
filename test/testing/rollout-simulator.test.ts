import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Yaml } from 'cdk8s';
import {
  AnalysisVerdict, BlueGreenRollout, CanaryStep, Gateway, IstioCanaryRollout, Promotion, RevisionRole, RolloutPhase, RolloutSimulator,
  TrafficSplitting,
} from '../../src';
import { blueGreen, hostCanary } from '../simulator/releases';
import { chartOf, errorOf, synthYaml } from '../util/synth';

const CONTAINER = { image: 'app:1', portNumber: 5000 };
const COMMON = { replicas: 3, containers: [CONTAINER], ports: [{ name: 'http', port: 80, targetPort: 5000 }] };
const CANARY = { ...COMMON, hosts: ['app.test.com'], gateways: [Gateway.fromGatewayName('istio-system/ingressgateway')] };
const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];

function canary(): RolloutSimulator {
  const chart = chartOf();
  new IstioCanaryRollout(chart, 'app', { ...CANARY, steps: STEPS });
  return RolloutSimulator.fromChart(chart);
}

const manifests = (objects: object[]) => Yaml.stringify(...objects);

describe('where a release comes from', () => {
  test('a chart begins with its settled first deployment', () => {
    expect(canary().state).toEqual({
      time: 0,
      phase: 'Healthy',
      message: '',
      step: 2,
      steps: 2,
      revisions: [{ revision: 1, roles: [RevisionRole.STABLE], replicas: 3, ready: 3 }],
      services: { 'app': 1, 'app-canary': 1 },
      routes: [{ kind: 'VirtualService', name: 'app', route: 'backend-routes', weights: { 'app': 100, 'app-canary': 0 } }],
    });
  });

  test('one of several rollouts is chosen by its name', () => {
    const chart = chartOf();
    new BlueGreenRollout(chart, 'one', { ...COMMON, promotion: Promotion.manual() });
    new BlueGreenRollout(chart, 'two', { ...COMMON, replicas: 5, promotion: Promotion.manual() });

    const release = RolloutSimulator.fromChart(chart, { rollout: 'app-service/two' });

    release.expectReplicas(1, 5);
    expect(Object.keys(release.state.services)).toEqual(['two', 'two-preview']);
  });

  test('fails when it is not said which of several rollouts is meant', () => {
    const chart = chartOf();
    new BlueGreenRollout(chart, 'one', COMMON);
    new BlueGreenRollout(chart, 'two', COMMON);

    expect(() => RolloutSimulator.fromChart(chart)).toThrow('2 Rollouts among the manifests, one is needed; there are: app-service/one, app-service/two');
  });

  test('the YAML of a chart is the same release', () => {
    const yaml = synthYaml((chart) => new IstioCanaryRollout(chart, 'app', { ...CANARY, steps: STEPS }));

    expect(RolloutSimulator.fromManifests(yaml).deploy('app:2')).toEqual(canary().deploy('app:2'));
  });

  test('a folder is read with its folders, and other files are left alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'release-'));
    const [rollout, ...others] = blueGreen();
    mkdirSync(join(folder, 'services'));
    writeFileSync(join(folder, 'rollout.yaml'), manifests([rollout]));
    writeFileSync(join(folder, 'services', 'all.yml'), manifests([{ apiVersion: 'v1', kind: 'List', items: others }]));
    writeFileSync(join(folder, 'README.md'), 'none of this');

    const release = RolloutSimulator.fromManifests(folder);

    rmSync(folder, { recursive: true });
    release.expectService('active', 1);
  });

  test('fails when an object to which the Rollout refers is missing', () => {
    const [rollout, active] = blueGreen();

    expect(() => RolloutSimulator.fromManifests(manifests([rollout, active])))
      .toThrow('Rollout app refers to Service preview, which is not among the manifests; pass it too');
  });

  test('fails when the chart does not pass its checks', () => {
    const chart = chartOf();
    new IstioCanaryRollout(chart, 'app', { ...CANARY, steps: STEPS });
    chart.node.addValidation({ validate: () => ['not ready'] });

    expect(errorOf(() => RolloutSimulator.fromChart(chart))).toContain('not ready');
  });
});

describe('a release of the canary', () => {
  test('goes through all of its events', () => {
    const release = canary();

    release.hold();
    release.deploy('app:2');
    release.expectPhase(RolloutPhase.PROGRESSING, 'more replicas need to be updated');
    release.podsReady();
    release.expectPhase(RolloutPhase.PAUSED, 'CanaryPauseStep');
    release.expectStep(1);
    release.expectWeights({ 'app': 70, 'app-canary': 30 });
    release.expectService('app-canary', 2);
    release.scale(10);
    release.expectReplicas(2, 3);
    release.promote();
    release.expectPhase(RolloutPhase.HEALTHY);
    release.expectReplicas(1, 10);
    release.wait(Duration.seconds(31));
    release.expectReplicas(1, 0);

    expect(release.history.map(({ event }) => event)).toEqual([
      '"deployed"', '"hold"', '{"deploy":{"image":"app:2"}}', '"ready"', '{"scale":10}', '"promote"', '{"wait":"31s"}',
    ]);
    expect(release.history[6].state).toEqual(release.state);
  });

  test('an abort and an undo end at the stable version', () => {
    const release = canary();

    release.deploy('app:2');
    release.abort();
    release.expectPhase(RolloutPhase.DEGRADED, 'RolloutAborted: Rollout aborted update to revision 2');
    release.expectWeights({ 'app-canary': 0 });
    release.retry();
    release.expectWeights({ 'app-canary': 30 });
    release.undo();

    release.expectPhase(RolloutPhase.HEALTHY);
    release.expectService('app', 3);
  });

  test('a pause by hand keeps everything where it is, until it is taken back', () => {
    const release = canary();

    release.pause();
    release.deploy('app:2');
    release.expectPhase(RolloutPhase.PAUSED, 'manually paused');
    release.expectReplicas(2, 0);
    release.resume();

    release.expectPhase(RolloutPhase.PAUSED, 'CanaryPauseStep');
  });

  test('steps can be skipped, all of them or one', () => {
    const one = canary();
    const all = canary();

    one.deploy('app:2');
    one.skipStep();
    all.deploy('app:2');
    all.promoteFull();

    one.expectPhase(RolloutPhase.HEALTHY);
    all.expectPhase(RolloutPhase.HEALTHY);
    all.undoTo(1);
    all.expectPhase(RolloutPhase.PAUSED);
  });

  test('by subset, the subsets are expected by name', () => {
    const chart = chartOf();
    new IstioCanaryRollout(chart, 'app', { ...CANARY, steps: STEPS, splitting: TrafficSplitting.subsetLevel() });
    const release = RolloutSimulator.fromChart(chart);

    release.deploy('app:2');

    release.expectService('app/stable', 1);
    release.expectService('app/canary', 2);
    release.expectWeights({ 'app/stable': 70, 'app/canary': 30 }, { kind: 'VirtualService', object: 'app', route: 'backend-routes' });
  });

  test('changes of the template are a new version too', () => {
    const release = canary();

    release.deploy('app:1', { template: { spec: { containers: [{ name: 'main', env: [{ name: 'FEATURE', value: 'on' }] }] } } });

    release.expectReplicas(2, 1);
  });

  test('the same version again changes nothing', () => {
    const release = canary();
    const before = release.state;

    expect(release.deploy('app:1')).toEqual(before);
  });
});

test('the verdict on an analysis decides', () => {
  const steps = [{ setWeight: 50 }, { analysis: { templates: [{ templateName: 'success-rate' }] } }];
  const good = RolloutSimulator.fromManifests(manifests(hostCanary({ steps })));
  const bad = RolloutSimulator.fromManifests(manifests(hostCanary({ steps })));

  [good, bad].forEach((release) => release.deploy('app:2'));
  good.expectStep(1);
  good.analysis('success-rate', AnalysisVerdict.SUCCESSFUL);
  bad.analysis('success-rate', AnalysisVerdict.FAILED);

  good.expectPhase(RolloutPhase.HEALTHY);
  bad.expectPhase(RolloutPhase.DEGRADED, 'RolloutAborted: Rollout aborted update to revision 2: Step-based analysis phase error/failed');
});

describe('fails when', () => {
  test('an expectation does not hold, and shows what is', () => {
    const release = canary();
    release.deploy('app:2');

    expect(() => release.expectWeights({ 'app-canary': 50 })).toThrow([
      'Rollout app after 0 s: the weight of app-canary is 30, expected 50',
      '  Paused (CanaryPauseStep) step 1/2',
      '  r1 3/3 stable',
      '  r2 1/1 canary',
      '  app → r1, app-canary → r2',
      '  app backend-routes: app 70, app-canary 30',
    ].join('\n'));
  });

  test.each([
    ['the phase is another one', (release: RolloutSimulator) => release.expectPhase(RolloutPhase.PAUSED), 'the phase is "Healthy", expected "Paused"'],
    ['the message is another one', (release: RolloutSimulator) => release.expectPhase(RolloutPhase.HEALTHY, 'done'), 'the message is "", expected "done"'],
    ['a Service leads elsewhere', (release: RolloutSimulator) => release.expectService('app', 2), 'the revision of Service app is 1, expected 2'],
    ['there is no such Service', (release: RolloutSimulator) => release.expectService('web', 2), 'there is no Service web; there are: app, app-canary'],
    ['there is no such revision', (release: RolloutSimulator) => release.expectReplicas(2, 1), 'the size of revision 2 is not set, expected 1'],
    ['there is no such subset', (release: RolloutSimulator) => release.expectService('app/canary', 1), 'there is no Service app/canary; there are: app, app-canary'],
    ['the step is another one', (release: RolloutSimulator) => release.expectStep(0), 'the step is 2, expected 0'],
    [
      'there is no such route', (release: RolloutSimulator) => release.expectWeights({}, { route: 'main' }),
      '0 routes match; name the object and the route, there are: VirtualService app backend-routes',
    ],
    ['there is no version to go back to', (release: RolloutSimulator) => release.undo(), 'no revision found for rollout app'],
    ['a revision is not known', (release: RolloutSimulator) => release.undoTo(7), 'unable to find revision 7 in the history of rollout app'],
    [
      'no such analysis is running', (release: RolloutSimulator) => release.analysis('none', AnalysisVerdict.FAILED),
      'no analysis with the template none is running',
    ],
    ['the number of pods is none', (release: RolloutSimulator) => release.scale(-1), 'scale is a whole number of pods, got {"scale":-1}'],
    [
      'there is no such container', (release: RolloutSimulator) => release.deploy('app:2', { container: 'web' }),
      'the template has no container web',
    ],
  ])('%s', (_, act, message) => {
    expect(() => act(canary())).toThrow(message);
  });
});
