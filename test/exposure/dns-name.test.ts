import { Chart, Testing } from 'cdk8s';
import { BlueGreenRollout, CanaryRollout, CanaryStep, ExistingService, IstioCanaryRollout, TrafficSplitting } from '../../src';
import { chartOf, pods } from '../util/synth';

test('users and testers inside the cluster have a name each, for blue-green', () => {
  const rollout = new BlueGreenRollout(chartOf(), 'x', pods());

  expect([rollout.activeDnsName, rollout.previewDnsName]).toEqual(['app.app-service.svc', 'app-preview.app-service.svc']);
});

test('users and testers inside the cluster have a name each, for a canary', () => {
  const rollout = new IstioCanaryRollout(chartOf(), 'x', { ...pods(), steps: [CanaryStep.setWeight(30)] });

  expect([rollout.stableDnsName, rollout.canaryDnsName]).toEqual(['app.app-service.svc', 'app-canary.app-service.svc']);
});

test('without a namespace the name is that of the Service', () => {
  expect(new CanaryRollout(new Chart(Testing.app(), 'app'), 'x', pods()).stableDnsName).toBe('app');
});

test('a Service that exists already has its own name', () => {
  const chart = chartOf();
  const activeService = ExistingService.fromServiceName(chart, 'users', 'shop', [{ port: 80 }]);

  expect(new BlueGreenRollout(chart, 'x', { ...pods(), activeService }).activeDnsName).toBe('shop.app-service.svc');
});

test('fails when there is no Service for the new version', () => {
  const rollout = new IstioCanaryRollout(chartOf(), 'x', { ...pods(), steps: [CanaryStep.setWeight(30)], splitting: TrafficSplitting.subsetLevel() });

  expect(() => rollout.canaryDnsName).toThrow('[service-role] canaryService: ');
});
