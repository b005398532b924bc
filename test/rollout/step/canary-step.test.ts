import { Duration } from 'cdk8s';
import { AnalysisArgument, AnalysisTemplate, CanaryScale, CanaryStep, ClusterAnalysisTemplate, ExperimentSpecRef, StringMatch } from '../../../src';

const HEADER = [{ headerName: 'x-canary', headerValue: StringMatch.exact('always') }];

describe('a step is written as', () => {
  test.each<[string, CanaryStep, object]>([
    ['setWeight', CanaryStep.setWeight(30), { setWeight: 30 }],
    ['setWeight 0', CanaryStep.setWeight(0), { setWeight: 0 }],
    ['setWeight of a finer scale', CanaryStep.setWeight(5, 1000), { setWeight: 5 }],
    ['pause', CanaryStep.pause(), { pause: {} }],
    ['pause for a time', CanaryStep.pause(Duration.minutes(10)), { pause: { duration: '10m' } }],
    ['setCanaryScale by pods', CanaryStep.canaryScale(CanaryScale.replicas(3)), { setCanaryScale: { replicas: 3 } }],
    ['setCanaryScale by weight', CanaryStep.canaryScale(CanaryScale.weight(25)), { setCanaryScale: { weight: 25 } }],
    ['setCanaryScale to zero', CanaryStep.canaryScale(CanaryScale.replicas(0)), { setCanaryScale: { replicas: 0 } }],
    ['setCanaryScale by traffic', CanaryStep.canaryScale(CanaryScale.matchTrafficWeight()), { setCanaryScale: { matchTrafficWeight: true } }],
    ['setHeaderRoute', CanaryStep.setHeaderRoute('h', [...HEADER, { headerName: 'y', headerValue: StringMatch.regex('a|b') }]), {
      setHeaderRoute: { name: 'h', match: [{ headerName: 'x-canary', headerValue: { exact: 'always' } }, { headerName: 'y', headerValue: { regex: 'a|b' } }] },
    }],
    ['the removal of a header route', CanaryStep.removeHeaderRoute('h'), { setHeaderRoute: { name: 'h' } }],
    ['setMirrorRoute', CanaryStep.setMirrorRoute('m', {
      match: [{ method: StringMatch.exact('GET'), path: StringMatch.prefix('/'), headers: { 'x-a': StringMatch.exact('b') } }], percentage: 35,
    }), {
      setMirrorRoute: { name: 'm', match: [{ method: { exact: 'GET' }, path: { prefix: '/' }, headers: { 'x-a': { exact: 'b' } } }], percentage: 35 },
    }],
    ['the removal of a mirror route', CanaryStep.removeMirrorRoute('m'), { setMirrorRoute: { name: 'm' } }],
    ['analysis', CanaryStep.analysis({ templates: [ClusterAnalysisTemplate.fromClusterAnalysisTemplateName('t')], args: [AnalysisArgument.value('a', 'b')] }), {
      analysis: { templates: [{ templateName: 't', clusterScope: true }], args: [{ name: 'a', value: 'b' }] },
    }],
    ['plugin', CanaryStep.plugin('example/step', { a: { b: [1] } }), { plugin: { name: 'example/step', config: { a: { b: [1] } } } }],
    ['plugin without configuration', CanaryStep.plugin('example/step'), { plugin: { name: 'example/step' } }],
    ['experiment', CanaryStep.experiment({
      templates: [
        { name: 'baseline', specRef: ExperimentSpecRef.STABLE, replicas: 1, weight: 5, serviceName: 'base', metadata: { labels: { a: 'b' } } },
        { name: 'candidate', specRef: ExperimentSpecRef.CANARY },
      ],
      duration: Duration.hours(1),
      analyses: [{ name: 'compare', template: ClusterAnalysisTemplate.fromClusterAnalysisTemplateName('errors'), args: [AnalysisArgument.latestPodHash('h')], requiredForCompletion: true }],
      dryRun: ['latency'],
      runLabels: { team: 'a' },
      runAnnotations: { note: 'b' },
      scaleDownDelay: Duration.seconds(0),
    }), {
      experiment: {
        templates: [
          { name: 'baseline', specRef: 'stable', replicas: 1, weight: 5, service: { name: 'base' }, metadata: { labels: { a: 'b' } } },
          { name: 'candidate', specRef: 'canary' },
        ],
        duration: '1h',
        analyses: [{
          name: 'compare', templateName: 'errors', clusterScope: true, args: [{ name: 'h', valueFrom: { podTemplateHashValue: 'Latest' } }], requiredForCompletion: true,
        }],
        dryRun: [{ metricName: 'latency' }],
        analysisRunMetadata: { labels: { team: 'a' }, annotations: { note: 'b' } },
        scaleDownDelaySeconds: 0,
      },
    }],
  ])('%s', (_name, step, json) => {
    expect(step._toJson()).toEqual(json);
  });
});

test('a zero percentage of a mirror route is kept, as the default is 100', () => {
  expect(CanaryStep.setMirrorRoute('m', { match: [{ path: StringMatch.exact('/') }], percentage: 0 })._toJson().setMirrorRoute?.percentage).toBe(0);
});

describe('fails when', () => {
  test.each<[string, CanaryStep, string, string]>([
    ['a weight is below 0', CanaryStep.setWeight(-1), 'weight-range', 'setWeight'],
    ['a weight is above 100', CanaryStep.setWeight(101), 'weight-range', 'setWeight'],
    ['a weight has a fraction', CanaryStep.setWeight(30.5), 'weight-range', 'setWeight'],
    ['a weight is no number', CanaryStep.setWeight(NaN), 'weight-range', 'setWeight'],
    ['a weight is above its own scale', CanaryStep.setWeight(1001, 1000), 'weight-range', 'setWeight'],
    ['a pause has no length', CanaryStep.pause(Duration.seconds(0)), 'duration-whole-seconds', 'pause.duration'],
    ['a pause has a fraction of a second', CanaryStep.pause(Duration.millis(1500)), 'duration-whole-seconds', 'pause.duration'],
    ['a scale is below 0', CanaryStep.canaryScale(CanaryScale.replicas(-1)), 'replicas-range', 'setCanaryScale.replicas'],
    ['a scale is above 100 %', CanaryStep.canaryScale(CanaryScale.weight(101)), 'weight-range', 'setCanaryScale.weight'],
    ['a header route has no match', CanaryStep.setHeaderRoute('h', []), 'managed-route-match', 'setHeaderRoute.match'],
    ['a header route has no name', CanaryStep.setHeaderRoute('', HEADER), 'managed-route-name', 'setHeaderRoute.name'],
    ['a removed header route has no name', CanaryStep.removeHeaderRoute(''), 'managed-route-name', 'setHeaderRoute.name'],
    ['a header has no value', CanaryStep.setHeaderRoute('h', [{ headerName: 'a', headerValue: StringMatch.exact('') }]), 'header-match-set', 'setHeaderRoute.match'],
    ['a mirror route has no match', CanaryStep.setMirrorRoute('m', { match: [] }), 'managed-route-match', 'setMirrorRoute.match'],
    ['a mirror match has no condition', CanaryStep.setMirrorRoute('m', { match: [{}] }), 'mirror-match-set', 'setMirrorRoute.match[0]'],
    ['a mirror route mirrors more than all', CanaryStep.setMirrorRoute('m', { match: [{ path: StringMatch.exact('/') }], percentage: 101 }), 'weight-range', 'setMirrorRoute.percentage'],
    ['a removed mirror route has no name', CanaryStep.removeMirrorRoute(''), 'managed-route-name', 'setMirrorRoute.name'],
    ['an analysis names no template', CanaryStep.analysis({ templates: [] }), 'analysis-template-present', 'analysis.templates'],
    ['an analysis has an argument twice', CanaryStep.analysis({ templates: [AnalysisTemplate.fromAnalysisTemplateName('t')], args: [AnalysisArgument.value('a', '1'), AnalysisArgument.value('a', '2')] }), 'analysis-argument-once', 'analysis.args'],
    ['an analysis keeps no measurement', CanaryStep.analysis({ templates: [AnalysisTemplate.fromAnalysisTemplateName('t')], measurementRetention: { a: 0 } }), 'measurement-retention', 'analysis.measurementRetention.a'],
    ['an experiment has no pods', CanaryStep.experiment({ templates: [] }), 'experiment-template-present', 'experiment.templates'],
    ['an experiment has a wrong name', CanaryStep.experiment({ templates: [{ name: 'A', specRef: ExperimentSpecRef.CANARY }] }), 'name-dns-label', 'experiment.templates[0].name'],
    ['an experiment lasts half a second', CanaryStep.experiment({ templates: [{ name: 'a', specRef: ExperimentSpecRef.CANARY }], duration: Duration.millis(500) }), 'duration-whole-seconds', 'experiment.duration'],
    ['a plugin has no name', CanaryStep.plugin(''), 'plugin-name', 'plugin.name'],
  ])('%s', (_name, step, rule, prop) => {
    expect(step._problems(2)).toMatchObject([{ rule, prop: `steps[2].${prop}` }]);
  });

  test('two groups of an experiment have one name', () => {
    const step = CanaryStep.experiment({ templates: [{ name: 'a', specRef: ExperimentSpecRef.CANARY }, { name: 'a', specRef: ExperimentSpecRef.STABLE }] });

    expect(step._problems(0)).toMatchObject([{ prop: 'steps[0].experiment.templates', got: 'a' }]);
  });
});
