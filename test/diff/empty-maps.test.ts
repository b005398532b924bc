import { CANARY, diffOf, edited } from './manifests';

test('a map without fields in a template starts a release, though nothing is in it', () => {
  const now = edited(CANARY, { 'Rollout app': ({ spec }) => { spec.template.spec.containers[0].securityContext = {}; } });

  expect(diffOf(CANARY, now)).toMatchObject({
    rollouts: [{ release: 'starts', why: [{ path: 'spec.template.spec.containers[app].securityContext', new: {} }] }],
    unchanged: CANARY.length - 1,
  });
});

test('an empty selector of a Service is none, that of a PodDisruptionBudget takes all pods', () => {
  const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'b', namespace: 'shop' }, spec: { minAvailable: 1, selector: {} } };
  const free = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'free', namespace: 'shop' }, spec: { ports: [{ port: 80 }] } };
  const old = [budget, { ...free, spec: { ...free.spec, selector: {} } }];

  const { objects } = diffOf(old, [{ ...budget, spec: { minAvailable: 1 } }, free]);

  expect(objects).toMatchObject([{ kind: 'PodDisruptionBudget', fields: [{ path: 'spec.selector', change: 'removed' }] }]);
});
