import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  AnalysisArgument, AnalysisTemplate, AntiAffinity, BlueGreenRollout, BlueGreenRolloutProps, ClusterAnalysisTemplate, ExistingService, Promotion,
} from '../../src';
import { chartOf, find, namesOf, pods, synth } from '../util/synth';

test('the active and the preview Service select the pods by name, and lead to their port', () => {
  const manifests = release({});

  expect(['app', 'app-preview'].map((name) => find(manifests, 'Service', name).spec)).toEqual([SERVICE, SERVICE]);
});

test('both Services are named to the controller, which waits for a person', () => {
  expect(strategyOf({})).toEqual({ activeService: 'app', previewService: 'app-preview', autoPromotionEnabled: false });
});

test.each([
  [Promotion.manual(), { autoPromotionEnabled: false }],
  [Promotion.automatic(), { autoPromotionEnabled: true }],
  [Promotion.automaticAfter(Duration.minutes(5)), { autoPromotionEnabled: true, autoPromotionSeconds: 300 }],
])('promotion %# is written', (promotion, written) => {
  expect(strategyOf({ promotion })).toEqual({ activeService: 'app', previewService: 'app-preview', ...written });
});

test('every setting is written under its upstream name', () => {
  const strategy = strategyOf({
    previewReplicaCount: 1,
    scaleDownDelay: Duration.minutes(1),
    scaleDownDelayRevisionLimit: 2,
    abortScaleDownDelay: Duration.seconds(0),
    prePromotionAnalysis: {
      templates: [AnalysisTemplate.fromAnalysisTemplateName('smoke'), ClusterAnalysisTemplate.fromClusterAnalysisTemplateName('load')],
      args: [
        AnalysisArgument.value('service', 'app-preview'), AnalysisArgument.latestPodHash('new'),
        AnalysisArgument.stablePodHash('old'), AnalysisArgument.fieldRef('region', "metadata.labels['region']"),
      ],
      dryRun: ['latency'],
      measurementRetention: { errors: 5 },
      runLabels: { team: 'a' },
      runAnnotations: { note: 'b' },
    },
    postPromotionAnalysis: { templates: [AnalysisTemplate.fromAnalysisTemplateName('errors')] },
    antiAffinity: AntiAffinity.preferred(50),
    maxUnavailable: kplus.PercentOrAbsolute.percent(10),
    activeMetadata: { labels: { role: 'active' }, annotations: { note: 'a' } },
    previewMetadata: { labels: { role: 'preview' } },
  });

  expect(strategy).toEqual({
    activeService: 'app',
    previewService: 'app-preview',
    autoPromotionEnabled: false,
    previewReplicaCount: 1,
    scaleDownDelaySeconds: 60,
    scaleDownDelayRevisionLimit: 2,
    abortScaleDownDelaySeconds: 0,
    prePromotionAnalysis: {
      templates: [{ templateName: 'smoke' }, { templateName: 'load', clusterScope: true }],
      args: [
        { name: 'service', value: 'app-preview' },
        { name: 'new', valueFrom: { podTemplateHashValue: 'Latest' } },
        { name: 'old', valueFrom: { podTemplateHashValue: 'Stable' } },
        { name: 'region', valueFrom: { fieldRef: { fieldPath: "metadata.labels['region']" } } },
      ],
      dryRun: [{ metricName: 'latency' }],
      measurementRetention: [{ metricName: 'errors', limit: 5 }],
      analysisRunMetadata: { labels: { team: 'a' }, annotations: { note: 'b' } },
    },
    postPromotionAnalysis: { templates: [{ templateName: 'errors' }] },
    antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 50 } },
    maxUnavailable: '10%',
    activeMetadata: { labels: { role: 'active' }, annotations: { note: 'a' } },
    previewMetadata: { labels: { role: 'preview' } },
  });
});

test('a required anti-affinity is written as an empty object', () => {
  expect(strategyOf({ antiAffinity: AntiAffinity.required() }).antiAffinity).toEqual({ requiredDuringSchedulingIgnoredDuringExecution: {} });
});

test('an absolute number of unavailable pods is written as a number', () => {
  expect(strategyOf({ maxUnavailable: kplus.PercentOrAbsolute.absolute(2) }).maxUnavailable).toBe(2);
});

test('empty metadata and empty lists are left out', () => {
  const strategy = strategyOf({
    activeMetadata: { labels: {} }, previewMetadata: {}, prePromotionAnalysis: { templates: [AnalysisTemplate.fromAnalysisTemplateName('a')], args: [], dryRun: [], measurementRetention: {}, runLabels: {} },
  });

  expect(strategy).toEqual({
    activeService: 'app', previewService: 'app-preview', autoPromotionEnabled: false, prePromotionAnalysis: { templates: [{ templateName: 'a' }] },
  });
});

describe('the Services', () => {
  test('have the names that are set', () => {
    const manifests = release({ activeServiceName: 'shop', previewServiceName: 'shop-next' });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/shop', 'Service/shop-next']);
    expect(find(manifests, 'Rollout').spec.strategy.blueGreen).toMatchObject({ activeService: 'shop', previewService: 'shop-next' });
  });

  test('are those that are passed', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), activeService: new kplus.Service(chart, 'active', { metadata: { name: 'shop' }, ports: [{ port: 80 }] }),
    }));

    expect(namesOf(manifests)).toEqual(['Service/shop', 'Rollout/app', 'Service/app-preview']);
    expect(find(manifests, 'Rollout').spec.strategy.blueGreen.activeService).toBe('shop');
  });

  test('are named only, where they exist already', () => {
    const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(),
      ports: undefined,
      containers: [{ image: 'app' }],
      activeService: ExistingService.fromServiceName(chart, 'active', 'shop', [{ port: 80 }]),
      previewService: ExistingService.fromServiceName(chart, 'preview', 'shop-next', [{ port: 80 }]),
    }));

    expect(namesOf(manifests)).toEqual(['Rollout/app']);
    expect(find(manifests, 'Rollout').spec.strategy.blueGreen).toMatchObject({ activeService: 'shop', previewService: 'shop-next' });
  });

  test('are returned', () => {
    const rollout = new BlueGreenRollout(chartOf(), 'x', pods());

    expect([rollout.activeService.name, rollout.previewService.name]).toEqual(['app', 'app-preview']);
  });

  test('take the ports of the containers where none are given', () => {
    const manifests = release({ ports: undefined, containers: [{ image: 'app', ports: [{ number: 5000, name: 'grpc' }, { number: 9090, name: 'http-metrics' }] }] });

    expect(find(manifests, 'Service', 'app').spec.ports).toEqual([
      { name: 'grpc', port: 5000, targetPort: 5000 }, { name: 'http-metrics', port: 9090, targetPort: 9090 },
    ]);
  });

  test('name a single unnamed port http, from which Istio reads the protocol', () => {
    expect(find(release({ ports: undefined }), 'Service', 'app').spec.ports).toEqual([{ name: 'http', port: 5000, targetPort: 5000 }]);
  });
});

test('without traffic there are no routes', () => {
  const rollout = new BlueGreenRollout(chartOf(), 'x', pods());

  expect(rollout.trafficObjects).toEqual([]);
});

const SERVICE = { type: 'ClusterIP', selector: { 'app.kubernetes.io/name': 'app' }, ports: [{ name: 'http', port: 80, targetPort: 5000 }] };

function release(props: Partial<BlueGreenRolloutProps>) {
  return synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), ...props }));
}

function strategyOf(props: Partial<BlueGreenRolloutProps>) {
  return find(release(props), 'Rollout').spec.strategy.blueGreen;
}
