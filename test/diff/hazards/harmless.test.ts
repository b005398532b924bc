import { Manifest } from '../../util/synth';
import { BLUE_GREEN, both, CANARY, configMap, diffOf, Edit, edited, newVersion, service, SUBSETS, virtualService } from '../manifests';

const spec = (edit: (spec: Manifest) => void) => (object: Manifest) => edit(object.spec);
const limits = (cpu: string) => spec((own) => { own.template.spec.containers[0].resources = { limits: { cpu } }; });
const described = (object: Manifest) => { object.metadata.annotations = { description: 'the shop' }; };
const NAMESPACE: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const INGRESS: Manifest = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'public', namespace: 'shop' },
  spec: { rules: [{ host: 'web.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'app', port: { number: 80 } } } }] } }] },
};
const DEPLOYMENT: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } } },
};
const BESIDE = [...CANARY, NAMESPACE, INGRESS, DEPLOYMENT];
const first = (edit: (route: Manifest) => void) => spec((own) => edit(own.http[0]));

test.each<[string, readonly Manifest[], Record<string, Edit>]>([
  ['a new version', CANARY, { 'Rollout app': newVersion }],
  ['a new version, by blue-green', BLUE_GREEN, { 'Rollout app': newVersion }],
  ['a new version, by subset', SUBSETS, { 'Rollout app': newVersion }],
  ['more replicas', CANARY, { 'Rollout app': spec((own) => { own.replicas = 9; }) }],
  ['limits of the pods', CANARY, { 'Rollout app': limits('1500m') }],
  ['a description of everything', BESIDE, { 'Namespace shop': described, 'Ingress public': described, 'Deployment web': described }],
  ['one more path', BESIDE, { 'Ingress public': spec((own) => { own.rules[0].http.paths.push({ path: '/x', backend: { service: { name: 'app' } } }); }) }],
  ['one more host', BESIDE, { 'Ingress public': spec((own) => { own.rules.push({ ...own.rules[0], host: 'shop.example.com' }); }) }],
  ['a timeout of a route', CANARY, { 'VirtualService app': first((route) => { route.timeout = '5s'; }) }],
  ['a Deployment of something else that goes', BESIDE, { 'Deployment web': null }],
  ['a route of something else that goes', [...CANARY, virtualService('web', 'x.example.com', [['web']])], { 'VirtualService web': null }],
  ['a new version with another timeout', CANARY, { 'Rollout app': newVersion, 'VirtualService app': both(first((route) => { route.timeout = '5s'; }), described) }],
])('%s is no hazard', (_what, old, edits) => {
  expect(diffOf(old, edited(old, edits)).hazards).toEqual([]);
});

test('a ConfigMap and a Service more are no hazard', () => {
  expect(diffOf(CANARY, [...CANARY, configMap('more'), service('web')]).hazards).toEqual([]);
});

test('a quantity in another spelling is neither a change nor a hazard', () => {
  const [old, now] = ['1k', '1e3'].map((cpu) => edited(CANARY, { 'Rollout app': limits(cpu) }));

  expect(diffOf(old, now)).toEqual({ rollouts: [], objects: [], hazards: [], unchanged: CANARY.length });
});
