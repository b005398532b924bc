import * as fc from 'fast-check';
import { autoscaler, BLUE_GREEN, CANARY, configMap, diffOf, edited, newVersion, SUBSETS } from './manifests';
import { compareManifests } from '../../src/diff/compare';
import { Manifest } from '../util/synth';

const secret = (value: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace: 'shop', annotations: { 'kubectl.kubernetes.io/x': value } }, stringData: { password: value } });

test('another image starts a release, with the field that is why and a forecast', () => {
  expect(diffOf(CANARY, edited(CANARY, { 'Rollout app': newVersion })).rollouts).toEqual([{
    name: 'app',
    namespace: 'shop',
    change: 'changed',
    release: 'starts',
    why: [{ path: 'spec.template.spec.containers[app].image', change: 'changed', old: 'registry.example.com/app:1', new: 'registry.example.com/app:2' }],
    images: [{ container: 'app', old: 'registry.example.com/app:1', new: 'registry.example.com/app:2' }],
    atOnce: [],
    plan: [],
    other: [],
    forecast: { name: 'app', problem: 'not asked' },
  }]);
});

test('the forecast goes from the running template to that of the Rollout', () => {
  const now = edited(CANARY, { 'Rollout app': newVersion });
  const side = (manifests: Manifest[]) => ({ environments: [manifests], fileOf: () => '' });

  const { rollouts: [{ forecast }] } = compareManifests(side([...CANARY]), side(now));

  expect(forecast).toMatchObject({ versions: [{ label: 'app:1' }, { label: 'app:2' }], peakPods: 6 });
});

test('a first deployment has no forecast, a removed Rollout no release', () => {
  expect(diffOf([], CANARY).rollouts).toMatchObject([{ change: 'added', release: 'first', images: [{ new: 'registry.example.com/app:1' }] }]);
  expect(diffOf(CANARY, []).rollouts).toMatchObject([{ change: 'removed', release: 'none', images: [] }]);
});

test('a template of a workload starts the release of the Rollout that names it', () => {
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app', namespace: 'shop' }, spec: { template: CANARY[0].spec.template } };
  const old = edited(CANARY, { 'Rollout app': ({ spec }) => { delete spec.template; spec.workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' }; } }, [deployment]);

  const { rollouts, objects } = diffOf(old, edited(old, { 'Deployment app': newVersion }));

  expect(rollouts).toMatchObject([{ release: 'starts', why: [{ of: 'Deployment app', path: 'spec.template.spec.containers[app].image' }] }]);
  expect(objects).toMatchObject([{ kind: 'Deployment', effect: 'Rollout app takes its pod template from it' }]);
});

test.each<[string, (spec: Manifest) => void, string, string]>([
  ['replicas', (spec) => { spec.replicas = 5; }, 'atOnce', 'spec.replicas'],
  ['a Service', (spec) => { spec.strategy.canary.canaryService = 'x'; }, 'atOnce', 'spec.strategy.canary.canaryService'],
  ['steps', (spec) => { spec.strategy.canary.steps = [{ pause: {} }]; }, 'plan', 'spec.strategy.canary.steps'],
  ['a delay', (spec) => { spec.strategy.canary.scaleDownDelaySeconds = 60; }, 'plan', 'spec.strategy.canary.scaleDownDelaySeconds'],
  ['the security of all pods', (spec) => { spec.template.spec.securityContext = {}; }, 'other', 'spec.template.spec.securityContext'],
  ['a default of the template', (spec) => { spec.template.spec.dnsPolicy = 'ClusterFirst'; }, 'other', 'spec.template.spec.dnsPolicy'],
])('%s start no release, and are told where they matter', (_case, edit, part, path) => {
  const { rollouts } = diffOf(CANARY, edited(CANARY, { 'Rollout app': ({ spec }) => edit(spec) }));

  expect(rollouts).toMatchObject([{ release: 'none', [part]: [{ path }] }]);
});

test('a ConfigMap that changes in place says whom it reaches', () => {
  const edit = ({ data }: Manifest) => { data.a = '2'; };

  expect(diffOf(CANARY, edited(CANARY, { 'ConfigMap env': edit, 'ConfigMap files': edit })).objects).toMatchObject([
    { name: 'env', effect: 'no release starts by it; pods of Rollout app that start from now on, of the old version too, have the new environment' },
    { name: 'files', effect: 'no release starts by it; running pods of Rollout app see the new files, whatever their version' },
  ]);
});

test('the values of a Secret are never told', () => {
  const diff = diffOf([secret('before')], [secret('afterwards')]);

  expect(diff.objects[0].fields).toContainEqual({ path: 'stringData.password', change: 'changed', secret: true });
  expect(JSON.stringify(diff)).not.toMatch(/before|afterwards/);
});

test('what the cluster adds is no change', () => {
  const live = edited(CANARY, {
    'Rollout app': (object) => { object.status = {}; object.metadata.uid = '1'; object.metadata.annotations = { 'rollout.argoproj.io/revision': '3' }; },
    'Service app': ({ spec }) => { spec.selector['rollouts-pod-template-hash'] = 'abc'; },
  });

  expect(diffOf(live, CANARY)).toEqual({ rollouts: [], objects: [], hazards: [], unchanged: CANARY.length });
});

test('what a Service has anyway, and what the cluster allocates, is no change', () => {
  const live = edited(CANARY, {
    'Service app': ({ metadata, spec }) => {
      metadata.uid = '1';
      spec.ports[0] = { ...spec.ports[0], protocol: 'TCP', nodePort: 30_080 };
      Object.assign(spec, {
        type: 'ClusterIP',
        clusterIP: '10.0.0.1',
        clusterIPs: ['10.0.0.1'],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'None',
      });
    },
  });

  expect(diffOf(live, CANARY).objects).toEqual([]);
  expect(diffOf(CANARY, live).objects).toEqual([]);
});

test.each<[string, (spec: Manifest) => void, (spec: Manifest) => void, string]>([
  ['a type', () => {}, (spec) => { spec.type = 'NodePort'; }, 'spec.type'],
  ['a port of the nodes that somebody writes', () => {}, (spec) => { spec.ports[0].nodePort = 30_080; }, 'spec.ports[http].nodePort'],
  ['another address', (spec) => { spec.clusterIP = '10.0.0.1'; }, (spec) => { spec.clusterIP = '10.0.0.2'; }, 'spec.clusterIP'],
  ['an address where there was none', (spec) => { spec.clusterIP = 'None'; }, () => {}, 'spec.clusterIP'],
])('%s of a Service is a change', (_case, before, after, path) => {
  const { objects } = diffOf(edited(CANARY, { 'Service app': ({ spec }) => before(spec) }), edited(CANARY, { 'Service app': ({ spec }) => after(spec) }));

  expect(objects).toMatchObject([{ name: 'app', fields: [{ path }] }]);
});

test('an object that stands twice is compared once, as it is written first', () => {
  const twice = [...CANARY, configMap('env')];

  expect(diffOf(twice, CANARY)).toMatchObject({ rollouts: [], objects: [], hazards: [] });
  expect(diffOf(twice, edited(twice, { 'ConfigMap env': ({ data }) => { data.a = '2'; } })).objects).toMatchObject([{ name: 'env', change: 'changed' }]);
});

test('objects without a name are all compared', () => {
  const job = (image: string) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'job-' }, spec: { image } });

  expect(diffOf([job('a')], [job('a'), job('b')]).objects).toMatchObject([{ kind: 'Job', change: 'added' }]);
});

test('a hazard that the object ignores with a reason stays visible', () => {
  const now = edited(CANARY, { 'Rollout app': (object) => { object.metadata.annotations = { 'cdk8s-rollouts/ignore': 'replicas-left-out=night' }; delete object.spec.replicas; } });

  expect(diffOf(CANARY, now).hazards).toMatchObject([{ rule: 'replicas-left-out', ignoredBecause: 'night' }]);
});

const entrance = (apiVersion: string, kind: string, rest: Manifest): Manifest => ({ apiVersion, kind, metadata: { name: 'app', namespace: 'shop' }, ...rest });
const ENTRANCES: Manifest[] = [
  entrance('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ host: 'a.test.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'app' } } }] } }] } }),
  entrance('gateway.networking.k8s.io/v1', 'HTTPRoute', { spec: { hostnames: ['b.test.com'], rules: [{ matches: [{ path: { value: '/' } }], backendRefs: [{ name: 'app' }] }] } }),
  entrance('apps/v1', 'Deployment', { spec: { template: CANARY[0].spec.template } }),
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
];
const TESTERS = edited(CANARY, {
  'VirtualService app': ({ spec }) => { spec.http.unshift({ name: 'testers', match: [{ headers: { a: { exact: 'b' } } }], route: [{ destination: { host: 'app-canary' } }] }); },
});
const BASES = [CANARY, SUBSETS, BLUE_GREEN, TESTERS, [...CANARY.slice(1), ...ENTRANCES], [...CANARY, ...ENTRANCES], [...CANARY, autoscaler('app'), secret('a'), configMap('x')]];
const base = fc.constantFrom(...BASES);
const mutation = fc.tuple(fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, [null], [[]], JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {}}'))));
const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });

/** A copy with anything anywhere. */
function mutated(manifests: readonly Manifest[], changes: Array<[number, unknown]>): Manifest[] {
  const copy = JSON.parse(JSON.stringify(manifests)) as Manifest[];
  for (const [where, value] of changes) {
    const places: Array<[any, string]> = [];
    const visit = (node: any) => Object.keys(node).forEach((key) => {
      places.push([node, key]);
      typeof node[key] === 'object' && node[key] !== null && visit(node[key]);
    });
    visit(copy);
    const [parent, key] = places[where % places.length];
    Object.defineProperty(parent, key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

test('nothing differs from itself, whatever it is', () => {
  fc.assert(fc.property(base, mutations, (manifests, changes) => {
    const one = mutated(manifests, changes);
    const { rollouts, objects, hazards } = diffOf(one, JSON.parse(JSON.stringify(one)));
    expect([rollouts, objects, hazards]).toEqual([[], [], []]);
  }), { numRuns: 150 });
});

test('anything anywhere is compared without a crash, and every field that is told differs', () => {
  fc.assert(fc.property(base, mutations, mutations, (manifests, before, after) => {
    const { rollouts, objects } = diffOf(mutated(manifests, before), mutated(manifests, after));
    const ofRollouts = rollouts.flatMap(({ why, atOnce, plan, other }) => [...why, ...atOnce, ...plan, ...other]);
    const fields = [...ofRollouts, ...objects.flatMap((object) => object.fields)];
    fields.filter(({ secret: isSecret }) => !isSecret).forEach((field) => expect(JSON.stringify(field.old)).not.toBe(JSON.stringify(field.new)));
  }), { numRuns: 300 });
  expect(({} as any).polluted).toBeUndefined();
});
