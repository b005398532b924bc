import {
  CanaryPreview, CanaryRollout, CanaryStep, CanaryVirtualService, IstioCanaryRollout, IstioCanaryTrafficOptions, IstioGateway, IstioTraffic,
  TrafficSplitting,
} from '../../../../src';
import { errorOf, pods, synth } from '../../../util/synth';

const USERS = { hosts: ['app-api.test.com'], gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')] };
const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];

test.each<[string, IstioCanaryTrafficOptions]>([
  ['by host', { ...USERS, preview: CanaryPreview.host('app-api-canary.test.com') }],
  ['by subset', { splitting: TrafficSplitting.subsetLevel(), preview: CanaryPreview.header('x-canary', 'always') }],
])('an IstioCanaryRollout is a CanaryRollout with IstioTraffic.canary: %s', (_case, options) => {
  const flat = synth((chart) => new IstioCanaryRollout(chart, 'x', { ...pods(), steps: STEPS, ...options }));
  const nested = synth((chart) => new CanaryRollout(chart, 'x', { ...pods(), steps: STEPS, traffic: IstioTraffic.canary(options) }));

  expect(nested).toEqual(flat);
});

test('errors name the options below traffic', () => {
  const traffic = IstioTraffic.canary({ ...USERS, hosts: ['a b'], virtualServices: [CanaryVirtualService.create({})] });
  const error = errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), steps: STEPS, traffic }));

  expect(error).toContain('[passed-or-created] traffic.virtualServices, traffic.hosts, traffic.gateways: ');
});

test('fails when two rollouts share it', () => {
  const traffic = IstioTraffic.canary(USERS);
  const error = errorOf((chart) => ['one', 'two'].map((name) => (
    new CanaryRollout(chart, name, { ...pods(), metadata: { name }, steps: STEPS, traffic })
  )));

  expect(error).toBe('app/two: [router-bound-once] traffic: serves another rollout already; call IstioTraffic.canary() for each rollout');
});
