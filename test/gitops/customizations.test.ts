import { parse } from 'yaml';
import { ArgoCdCustomizations, BlueGreenRollout, CanaryStep, IstioCanaryRollout, TrafficSplitting } from '../../src';
import { chartOf, pods } from '../util/synth';

test('settings of Argo CD hold the rules of all rollouts, by kind and each once', () => {
  const chart = chartOf();
  const shop = new BlueGreenRollout(chart, 'shop', { ...pods(), metadata: { name: 'shop' } });
  const app = new IstioCanaryRollout(chart, 'app', { ...pods(), steps: [CanaryStep.setWeight(30)], splitting: TrafficSplitting.subsetLevel() });

  const data = ArgoCdCustomizations.ofRollouts(shop, app);

  expect(Object.fromEntries(Object.entries(data).map(([key, text]) => [key, parse(text)]))).toEqual({
    'resource.customizations.ignoreDifferences.Service': {
      jsonPointers: ['/spec/selector/rollouts-pod-template-hash', '/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts'],
    },
    'resource.customizations.ignoreDifferences.networking.istio.io_DestinationRule': {
      jsonPointers: ['/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts'],
      jqPathExpressions: expect.arrayContaining([expect.stringContaining('.labels["rollouts-pod-template-hash"]')]),
    },
    'resource.customizations.ignoreDifferences.networking.istio.io_VirtualService': {
      jqPathExpressions: ['.spec.http[]? | select(.name == "backend-routes") | .route[]?.weight'],
    },
  });
});

test('settings of Argo CD are none without rollouts', () => {
  expect(ArgoCdCustomizations.ofRollouts()).toEqual({});
});
