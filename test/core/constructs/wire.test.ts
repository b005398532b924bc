import type { RolloutSpecStrategyCanarySteps } from '../../../imports/argoproj.io';
import type { DestinationRuleSpecTrafficPolicy, VirtualServiceSpec } from '../../../imports/networking.istio.io';
import { Wire } from '../../../src/core/constructs/wire';

type Policy = Wire<DestinationRuleSpecTrafficPolicy>;

test('a generated type is written as in a manifest: enums as texts, with the names of the API', () => {
  const policy: Policy = { loadBalancer: { simple: 'ROUND_ROBIN' }, outlierDetection: { consecutive5xxErrors: 3 } };
  const step: Wire<RolloutSpecStrategyCanarySteps> = { pause: { duration: '10m' } };

  expect([policy, step]).toHaveLength(2);
});

test('what is misspelt does not compile', () => {
  const spec: Wire<VirtualServiceSpec> = {
    hosts: ['app.test.com'],
    // @ts-expect-error the field is called gateways
    gateway: ['istio-system/ingressgateway'],
  };
  // @ts-expect-error there is no such step
  const step: Wire<RolloutSpecStrategyCanarySteps> = { setWeigth: 30 };
  // @ts-expect-error there is no such load balancer
  const policy: Policy = { loadBalancer: { simple: 'ROUND_ROBBIN' } };

  expect([spec, step, policy]).toHaveLength(3);
});
