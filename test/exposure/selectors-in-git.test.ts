import { Chart } from 'cdk8s';
import { BlueGreenRollout, CanaryRollout, CanaryStep, IstioCanaryRollout, Rollout, RolloutProps, TrafficSplitting } from '../../src';
import { chartOf, Manifest, pods } from '../util/synth';

const steps = [CanaryStep.setWeight(30)];
const PODS = { 'app.kubernetes.io/name': 'app' };
type Props = RolloutProps & ReturnType<typeof pods>;

describe('left to the controller, a selector', () => {
  test.each<[string, (chart: Chart, props: Props) => Rollout, string[]]>([
    ['of blue-green', (chart, props) => new BlueGreenRollout(chart, 'app', props), ['app', 'app-preview']],
    ['of a canary by host', (chart, props) => new IstioCanaryRollout(chart, 'app', { ...props, steps }), ['app', 'app-canary']],
    ['of Services that swap roles', (chart, props) => new IstioCanaryRollout(chart, 'app', { ...props, steps, mesh: true, hosts: ['a.com'], pingPong: {} }), ['app-ping', 'app-pong']],
  ])('%s is not in Git', (_case, build, names) => {
    expect(selectors(build)).toEqual(names.map((name) => [name, undefined]));
  });

  test.each<[string, (chart: Chart, props: Props) => Rollout, unknown[]]>([
    ['by subset', (chart, props) => new IstioCanaryRollout(chart, 'app', { ...props, steps, splitting: TrafficSplitting.subsetLevel() }), [['app', PODS]]],
    ['without a router', (chart, props) => new CanaryRollout(chart, 'app', { ...props, steps }), [['app', PODS]]],
    ['beside a canary Service', (chart, props) => new CanaryRollout(chart, 'app', { ...props, steps, canaryServiceName: 'next' }), [['app', PODS], ['next', undefined]]],
  ])('stays in Git where the Service leads to both versions: %s', (_case, build, expected) => {
    expect(selectors(build)).toEqual(expected);
  });
});

describe('kept from a server-side sync of Argo CD by an annotation', () => {
  test.each<[string, (chart: Chart, props: Props) => Rollout, string[]]>([
    ['blue-green Services', (chart, props) => new BlueGreenRollout(chart, 'app', props), ['app', 'app-preview']],
    ['the Services of a canary by host', (chart, props) => new IstioCanaryRollout(chart, 'app', { ...props, steps }), ['app', 'app-canary']],
    ['no Service that the controller leaves alone', (chart, props) => new IstioCanaryRollout(chart, 'app', { ...props, steps, splitting: TrafficSplitting.subsetLevel() }), []],
    ['no Service without a selector', (chart, props) => new BlueGreenRollout(chart, 'app', { ...props, selectorsInGit: false }), []],
  ])('are %s', (_case, build, names) => {
    const chart = chartOf();
    build(chart, pods());

    const kept = chart.toJson().filter(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-options'] === 'ServerSideApply=false');
    expect(kept.map(({ metadata }) => metadata.name)).toEqual(names);
  });
});

function selectors(build: (chart: Chart, props: Props) => Rollout): unknown[] {
  const chart = chartOf();
  build(chart, { ...pods(), selectorsInGit: false });
  const services: Manifest[] = chart.toJson().filter(({ kind }) => kind === 'Service');
  return services.map(({ metadata, spec }) => [metadata.name, spec.selector]);
}
