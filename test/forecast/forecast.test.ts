import { foretell, golden, NO_ENTRY_POINT, problemOf } from './foretold';
import { forecastAll, forecastRelease } from '../../src/forecast/forecast';
import { ReleaseForecast } from '../../src/forecast/release-forecast';
import { ManifestSet } from '../../src/model/manifests/manifest-set';
import { basicCanary, blueGreen, hostCanary, pingPongCanary, rolloutOf, subsetCanary } from '../simulator/releases';
import { Manifest } from '../util/synth';

const withoutReplicas = ([rollout, ...others]: Manifest[]): Manifest[] => {
  const { replicas, ...spec } = rollout.spec;
  return [{ ...rollout, spec }, ...others];
};

const autoscaler = (spec: Manifest): Manifest => ({
  apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'app' }, spec: { scaleTargetRef: { kind: 'Rollout', name: 'app' }, ...spec },
});

describe('the number of pods', () => {
  test('is the least of the autoscaler where the Rollout leaves it out', () => {
    const forecast = foretell([...withoutReplicas(blueGreen()), autoscaler({ minReplicas: 3, maxReplicas: 10 })]);

    expect(forecast.replicas).toEqual({ count: 3, from: 'autoscaler', most: 10 });
    expect(forecast.notes).toEqual(['an autoscaler decides on the number of pods; this is with 3 pods of up to 10', NO_ENTRY_POINT]);
  });

  test('is the least of KEDA, but 1 at least', () => {
    const scaled = { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata: { name: 'app' }, spec: { scaleTargetRef: { kind: 'Rollout', name: 'app' }, maxReplicaCount: 5 } };

    expect(foretell([...withoutReplicas(blueGreen()), scaled]).replicas).toEqual({ count: 1, from: 'autoscaler', most: 5 });
  });

  test('is 1 where nobody says one', () => {
    expect(foretell(withoutReplicas(blueGreen()))).toMatchObject({
      replicas: { count: 1, from: 'default' }, notes: ['no number of pods is written, so the controller makes 1', NO_ENTRY_POINT],
    });
  });
});

describe('the versions', () => {
  test('are the image that runs and the next version where nothing tells them apart', () => {
    expect(foretell(golden('canary')).versions.map(({ label }) => label)).toEqual(['app:1.4.2', 'next version']);
  });

  test('are told apart by the images that differ', () => {
    const manifests = hostCanary({});
    const [rollout] = manifests;
    const running = {
      ...rollout.spec.template,
      spec: { containers: [{ name: 'main', image: 'registry.example.com:5000/shop/app@sha256:0123456789abcdef0123' }, { name: 'proxy', image: 'proxy:1' }] },
    };

    const forecast = forecastRelease(new ManifestSet(manifests), rollout, running) as ReleaseForecast;

    expect(forecast.versions.map(({ label }) => label)).toEqual(['app@0123456789ab, proxy:1', 'app:1']);
  });
});

test.each([
  ['blue-green', blueGreen(), 'all users at once'],
  ['a canary without a router', basicCanary(), 'share of the pods'],
  ['Istio by host', hostCanary(), 'Istio, by host'],
  ['Istio by subset', subsetCanary(), 'Istio, by subset'],
  ['a ping-pong pair', pingPongCanary(), 'Istio, by ping-pong Services'],
])('%s is told by how it splits', (_, manifests, splitting) => {
  expect(foretell(manifests).splitting).toBe(splitting);
});

describe('a release that cannot be foretold', () => {
  test('says which object is missing', () => {
    expect(problemOf(blueGreen().slice(0, 2))).toBe('Rollout app refers to Service preview, which is not among the manifests; pass it too');
  });

  test('says which route is missing', () => {
    const [rollout, ...others] = hostCanary({ trafficRouting: { istio: { virtualService: { name: 'app', routes: ['other'] } } } });

    expect(problemOf([rollout, ...others])).toBe('Rollout app is invalid: VirtualService app: HTTP Route \'other\' is not found in the defined Virtual Service.');
  });

  test('says that a strategy is missing', () => {
    expect(problemOf([rolloutOf({})])).toBe('Rollout app: spec.strategy needs one of blueGreen and canary');
  });

  test.each<[string, Manifest]>([
    ['no spec', { ...rolloutOf({}), spec: undefined }],
    ['a text for the strategy', rolloutOf('canary' as any)],
    ['a number for the steps', rolloutOf({ canary: { steps: 3 } })],
    ['nothing as a step', rolloutOf({ canary: { steps: [null] } })],
    ['a text for the template', { ...rolloutOf({ canary: {} }), spec: { ...rolloutOf({ canary: {} }).spec, template: 'pods' } }],
    ['a text for the labels', rolloutOf({ canary: { trafficRouting: 'istio' } })],
  ])('does not throw over %s', (_, rollout) => {
    expect(() => forecastAll([rollout])).not.toThrow();
  });

  test.each<[Manifest, string]>([
    [rolloutOf('canary' as any), 'spec.strategy must be a map, got canary'],
    [rolloutOf({ canary: { steps: 3 } }), 'spec.strategy.canary.steps must be a list, got 3'],
    [rolloutOf({ canary: { steps: [null] } }), 'spec.strategy.canary.steps[0] must be a map, got null'],
    [rolloutOf({ canary: { trafficRouting: 'istio' } }), 'spec.strategy.canary.trafficRouting must be a map, got istio'],
    [rolloutOf({ canary: { steps: [{ setHeaderRoute: { name: 'x', match: {} } }] } }), 'spec.strategy.canary.steps[0].setHeaderRoute.match must be a list, got {}'],
    [rolloutOf({ blueGreen: {} }), 'spec.strategy.blueGreen.activeService must be the name of a Service, got nothing'],
    [rolloutOf({ canary: {} }, { minReadySeconds: '10' }), 'spec.minReadySeconds must be a number, got 10'],
    [{ ...rolloutOf({}), spec: undefined }, 'Rollout app: spec.strategy needs one of blueGreen and canary'],
  ])('says which field has a wrong form: %#', (rollout, problem) => {
    expect(problemOf([rollout])).toBe(problem);
  });

  test('hides no other', () => {
    const other = { ...rolloutOf({ canary: {} }), metadata: { name: 'other' } };

    expect(forecastAll([...blueGreen().slice(0, 1), other]).map((forecast) => 'problem' in forecast)).toEqual([true, false]);
  });
});

test('old pods that stay for ever are told of', () => {
  expect(foretell(blueGreen({ scaleDownDelaySeconds: 0 })).notes).toEqual([NO_ENTRY_POINT, '4 pods of r1 stay: scaleDownDelaySeconds is 0, which keeps them for ever']);
});

test('an outage is told of', () => {
  expect(foretell(basicCanary({ maxSurge: 0, maxUnavailable: 1 }, { replicas: 1 })).notes).toEqual(['there are times at which no pod answers some or all of the users', NO_ENTRY_POINT]);
});

test.each([1e308, -1, 2.5, 100_000, 'many'])('%p replicas are not simulated', (replicas) => {
  expect(problemOf(basicCanary({}, { replicas: replicas as number }))).toBe(`it has ${replicas} replicas, and only a whole number of up to 10000 is simulated`);
});

test.each<[string, Manifest, string]>([
  ['a weight above 100', { setWeight: 150 }, 'spec.strategy.canary.steps[0].setWeight is no whole number from 0 to 100, got 150'],
  ['a duration in words', { pause: { duration: '1hour' } }, 'spec.strategy.canary.steps[0].pause.duration is no duration, got 1hour'],
])('%s is not foretold', (_, step, problem) => {
  expect(problemOf(hostCanary({ steps: [step] }))).toBe(problem);
});

test('a Service that selects by a label that pods lack is not foretold', () => {
  const [rollout, active, preview] = blueGreen();

  expect(problemOf([rollout, { ...active, spec: { ...active.spec, selector: { app: 'other' } } }, preview])).toBe('Rollout app is invalid: Service active selects by app: other, which is no label of its pods');
});

test('pods without the labels that a Service selects by are not reached', () => {
  const manifests = blueGreen();
  const [rollout, active, ...others] = manifests;
  const labelled = { ...rollout, spec: { ...rollout.spec, template: { ...rollout.spec.template, metadata: { labels: { app: 'app', tier: 'web' } } } } };
  const narrow = { ...active, spec: { ...active.spec, selector: { app: 'app', tier: 'web' } } };

  const { moments } = forecastRelease(new ManifestSet([labelled, narrow, ...others]), labelled, rollout.spec.template) as ReleaseForecast;

  expect(moments.map(({ users }) => users.map(({ revision }) => revision))).toEqual([[], [], [2], [2]]);
});

test('old pods of a canary that stay make the Rollout Degraded', () => {
  expect(foretell(hostCanary({ scaleDownDelaySeconds: 0 })).notes).toEqual(['4 pods of r1 stay: scaleDownDelaySeconds is 0, which keeps them until the next release, and the Rollout is Degraded after 10 min']);
});

test('a container may be called as what every object has', () => {
  const [rollout, ...others] = hostCanary({});
  const containers = [{ name: 'constructor', image: 'app:1' }];
  const next = { ...rollout, spec: { ...rollout.spec, template: { ...rollout.spec.template, spec: { containers } } } };

  expect(forecastRelease(new ManifestSet([next, ...others]), next, rollout.spec.template)).toMatchObject({ versions: [{ label: 'app:1' }, { label: 'app:1' }] });
});

test('the larger of what is written and what an autoscaler keeps at least counts', () => {
  expect(foretell([...blueGreen({}, { replicas: 2 }), autoscaler({ minReplicas: 5 })]).replicas.count).toBe(5);
  expect(foretell([...blueGreen({}, { replicas: 7 }), autoscaler({ minReplicas: 5 })]).replicas.count).toBe(7);
});

test('a route of the controller that is never there is told of', () => {
  const header = { setHeaderRoute: { name: 'testers', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } };
  const { entrances, notes } = foretell(hostCanary({ steps: [header, { setWeight: 25 }, { pause: {} }], trafficRouting: { managedRoutes: [{ name: 'testers' }] } }));

  expect(entrances.map(({ id }) => id)).not.toContain('app/testers');
  expect(notes).toEqual(['the route testers of VirtualService app is never there: the controller takes it away as long as the new version has no pod']);
});

test('steps without pauses may be many', () => {
  expect(foretell(hostCanary({ steps: Array.from({ length: 400 }, (_, index) => ({ setWeight: index % 100 })) })).persons).toBe(0);
});

test('a pause of half an hour, written as Go reads it, ends by itself', () => {
  const [rollout, ...others] = hostCanary();
  const canary = { ...rollout.spec.strategy.canary, steps: [{ setWeight: 30 }, { pause: { duration: '.5h' } }] };
  const { moments, persons } = foretell([{ ...rollout, spec: { ...rollout.spec, strategy: { canary } } }, ...others]);

  expect(persons).toBe(0);
  expect(moments.flatMap(({ waitsFor }) => waitsFor.kind === 'time' && waitsFor.until === 'pauseEnds' ? [waitsFor.seconds] : [])).toEqual([1800]);
});
