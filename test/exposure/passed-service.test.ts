import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, CanaryRollout } from '../../src';
import { errorOf, find, pods, synth } from '../util/synth';

test('a passed Service that selects the rollout is used as it is', () => {
  const manifests = synth((chart) => {
    const service = serviceIn(chart);
    service.select(new BlueGreenRollout(chart, 'x', { ...pods(), activeService: service }));
  });

  expect(find(manifests, 'Service', 'shop').spec.selector).toEqual({ 'app.kubernetes.io/name': 'app' });
  expect(find(manifests, 'Rollout').spec.strategy.blueGreen.activeService).toBe('shop');
});

test('a passed Service without a selector is left to the controller', () => {
  const manifests = synth((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), activeService: serviceIn(chart) }));

  expect(find(manifests, 'Service', 'shop').spec.selector).toEqual({});
});

test('fails when a passed Service selects by a label that the pods lack', () => {
  expect(errorOf((chart) => {
    const service = serviceIn(chart);
    service.selectLabel('run', 'shop');
    new CanaryRollout(chart, 'x', { ...pods(), canaryService: service });
  })).toContain('[app/x] [service-selects-pods] canaryService: Service shop selects by a label that the pods lack, got "run: shop"; call select(rollout)');
});

test('a passed Service may select by a label that podMetadata adds', () => {
  const manifests = synth((chart) => {
    const service = serviceIn(chart);
    service.selectLabel('run', 'shop');
    new CanaryRollout(chart, 'x', { ...pods(), podMetadata: { labels: { run: 'shop' } }, canaryService: service });
  });

  expect(find(manifests, 'Service', 'shop').spec.selector).toEqual({ run: 'shop' });
});

function serviceIn(chart: Chart): kplus.Service {
  return new kplus.Service(chart, 'service', { metadata: { name: 'shop' }, ports: [{ port: 80 }] });
}
