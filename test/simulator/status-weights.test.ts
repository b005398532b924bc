import { deploy, pingPongCanary, hostCanary } from './releases';
import { ReleaseEvent } from '../../src/simulator/events';
import { TrafficWeights } from '../../src/simulator/model/status';
import { start } from '../../src/simulator/start/start';
import { transition } from '../../src/simulator/transition';
import { Manifest } from '../util/synth';

const STEPS = [{ setWeight: 25 }, { pause: {} }];
const ALB = { alb: { ingress: 'app', rootService: 'root', servicePort: 80 } };
const PLUGIN = { plugins: { 'example/router': { route: 'app' } } };

/** The weights in the status after the events, by Service. */
function weightsAfter(manifests: Manifest[], ...events: ReleaseEvent[]): Record<string, number> {
  const first = start(manifests);
  const { status } = events.reduce((state, event) => transition(first.release, state, event), first.state);
  const { stable, canary, additional } = status.canary.weights as TrafficWeights;
  return Object.fromEntries([stable, canary, ...additional].map(({ serviceName, weight }) => [serviceName, weight]));
}

/** The router in place of Istio. */
function routedBy(trafficRouting: Manifest, [{ spec: { strategy: { canary }, ...spec }, ...rollout }, ...others]: Manifest[]): Manifest[] {
  return [{ ...rollout, spec: { ...spec, strategy: { canary: { ...canary, trafficRouting } } } }, ...others];
}

describe.each([['the ALB', ALB], ['a plugin', PLUGIN]])('a pair of Services that swap, with %s', (_, trafficRouting) => {
  const manifests = routedBy(trafficRouting, pingPongCanary({ steps: STEPS }));

  test('has the stable version on ping at first', () => {
    expect(weightsAfter(manifests)).toEqual({ ping: 100, pong: 0 });
    expect(weightsAfter(manifests, deploy(2))).toEqual({ ping: 75, pong: 25 });
  });

  test('swaps with each promotion', () => {
    expect(weightsAfter(manifests, deploy(2), 'promote')).toEqual({ pong: 100, ping: 0 });
    expect(weightsAfter(manifests, deploy(2), 'promote', deploy(3))).toEqual({ pong: 75, ping: 25 });
  });

  test('stays as it is after an abort', () => {
    expect(weightsAfter(manifests, deploy(2), 'abort')).toEqual({ ping: 100, pong: 0 });
  });
});

test.each([
  ['the ALB takes the pair', ALB, { ping: 75, pong: 25 }],
  ['Istio takes the other two', undefined, { stable: 75, canary: 25 }],
])('where a pair that swaps is given besides two Services, %s', (_, trafficRouting, expected) => {
  const [, ping, pong] = pingPongCanary();
  const both = hostCanary({ steps: STEPS, pingPong: { pingService: 'ping', pongService: 'pong' } });

  expect(weightsAfter([...trafficRouting ? routedBy(trafficRouting, both) : both, ping, pong], deploy(2))).toEqual(expected);
});
