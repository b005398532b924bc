import { basicCanary, blueGreen, hostCanary, rolloutOf, serviceOf, subsetCanary, virtualServiceOf, weightsByRoute } from './releases';
import { simulate } from '../../src/simulator/simulate';
import { Manifest } from '../util/synth';

const first = (manifests: Manifest[], name?: string) => simulate(manifests, name, [])[0].state;

/** The manifests with a change of one of them. */
function changed(manifests: Manifest[], kind: string, change: (manifest: Manifest) => void): Manifest[] {
  const copies = structuredClone(manifests);
  change(copies.find((manifest) => manifest.kind === kind)!);
  return copies;
}

test('without a number of replicas there is one pod', () => {
  const manifests = changed(basicCanary(), 'Rollout', ({ spec }) => delete spec.replicas);

  expect(first(manifests).revisions).toEqual([{ revision: 1, roles: ['stable'], replicas: 1, ready: 1, scaleDownAt: null }]);
});

test('the template may be that of a workload', () => {
  const manifests = changed(basicCanary(), 'Rollout', ({ spec }) => {
    delete spec.template;
    spec.workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  });
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: rolloutOf({}).spec.template } };

  const [, updated] = simulate([...manifests, deployment], 'app', [{ deploy: { image: 'app:2' } }]);

  expect(updated.state.revisions).toHaveLength(2);
  expect(() => first(manifests)).toThrow('Rollout app refers to Deployment web, which is not among the manifests; pass it too');
});

test('a route without a name goes by its place', () => {
  const manifests = changed(hostCanary({ trafficRouting: { istio: { virtualService: { name: 'app' } } } }), 'VirtualService', ({ spec }) => {
    delete spec.http[0].name;
  });

  expect(weightsByRoute(first(manifests))).toEqual({ app: { 'http[0]': { stable: 100, canary: 0 } } });
});

test('a Service counts if it selects the pods, or the strategy names it', () => {
  const others = [serviceOf('pods'), { ...serviceOf('others'), spec: { selector: { app: 'other' } } }];

  expect(first([...hostCanary(), ...others]).services).toEqual({ canary: 1, pods: null, stable: 1 });
});

test('a VirtualService may be in another namespace', () => {
  const manifests = hostCanary({ trafficRouting: { istio: { virtualService: { name: 'app.mesh', routes: ['main'] } } } });
  const apart = changed(manifests, 'VirtualService', ({ metadata }) => { metadata.namespace = 'mesh'; });

  expect(weightsByRoute(first(apart))).toEqual({ app: { main: { stable: 100, canary: 0 } } });
});

test('a route names the namespace of its object where that is another one, and Services next to the Rollout by their names', () => {
  const manifests = hostCanary({ trafficRouting: { istio: { virtualService: { name: 'app.mesh', routes: ['main'] } } } });
  const apart = manifests.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace: 'shop' } }));
  const routed = changed(apart, 'VirtualService', ({ metadata, spec }) => {
    metadata.namespace = 'mesh';
    spec.http[0].route.forEach(({ destination }: Manifest) => { destination.host = `${destination.host}.shop.svc.cluster.local`; });
  });

  expect(first(routed).routes).toEqual([
    { kind: 'VirtualService', name: 'app', namespace: 'mesh', route: 'main', weights: { stable: 100, canary: 0 } },
  ]);
});

describe('fails when', () => {
  test.each<[what: string, manifests: Manifest[], message: string]>([
    ['there is no Rollout', [serviceOf('app')], '0 Rollouts among the manifests, one is needed; there are: none'],
    ['there is no strategy', [rolloutOf({})], 'Rollout app: spec.strategy needs one of blueGreen and canary'],
    [
      'the VirtualService is missing', hostCanary().slice(0, 3),
      'Rollout app refers to VirtualService app, which is not among the manifests; pass it too',
    ],
    [
      'the DestinationRule is missing', subsetCanary().slice(0, 3),
      'Rollout app refers to DestinationRule app, which is not among the manifests; pass it too',
    ],
    [
      'the route is missing', changed(hostCanary(), 'VirtualService', ({ spec }) => { spec.http[0].name = 'other'; }),
      "Rollout app is invalid: VirtualService app: HTTP Route 'main' is not found in the defined Virtual Service.",
    ],
    [
      'the route does not lead to both versions', [...hostCanary().slice(0, 3), virtualServiceOf({ host: 'stable' })],
      "Rollout app is invalid: VirtualService app: Service 'canary' not found in route",
    ],
  ])('%s', (_, manifests, message) => {
    expect(() => first(manifests)).toThrow(message);
  });

  test('kubectl would refuse an event, with its index', () => {
    expect(() => simulate(basicCanary(), 'app', ['hold', 'undo'])).toThrow('events[1]: no revision found for rollout app');
  });
});

test('begins with the least that an autoscaler keeps where the Rollout says no number', () => {
  const [rollout, ...services] = blueGreen();
  const { replicas, ...spec } = rollout.spec;
  const autoscaler = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'app' }, spec: { minReplicas: 3, scaleTargetRef: { kind: 'Rollout', name: 'app' } } };

  expect(first([{ ...rollout, spec }, ...services, autoscaler]).revisions).toMatchObject([{ replicas: 3, ready: 3 }]);
});

test('a Rollout that is paused by hand has its first deployment behind it', () => {
  expect(first(blueGreen({}, { paused: true }))).toMatchObject({ phase: 'Paused', message: 'manually paused', revisions: [{ ready: 4, roles: ['stable', 'active'] }] });
});
