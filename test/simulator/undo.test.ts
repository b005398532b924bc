import { basicCanary, deploy, expectPlays } from './releases';

const annotated = { deploy: { template: { metadata: { annotations: { team: 'web' } } } } };

test('undo does nothing where the revision before says all that the current one says, and more', () => {
  expectPlays(basicCanary(), [
    ['deployed', 'Healthy', 'r1 4/4 stable'],
    [annotated, 'Healthy', 'r1 0/0', 'r2 4/4 stable'],
    ['undo', 'Healthy', 'r2 0/0', 'r3 4/4 stable'],
    ['undo', 'Healthy', 'r2 0/0', 'r3 4/4 stable'],
    [annotated, 'Healthy', 'r3 0/0', 'r4 4/4 stable'],
  ]);
});

test('undo goes back to all that a revision of a workload says', () => {
  const [{ spec: { template, ...spec }, ...rollout }] = basicCanary();
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template } };
  const referring = { ...rollout, spec: { ...spec, workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } } };

  expectPlays([referring, deployment], [
    ['deployed', 'Healthy', 'r1 4/4 stable'],
    [annotated, 'Healthy', 'r1 0/0', 'r2 4/4 stable'],
    ['undo', 'Healthy', 'r2 0/0', 'r3 4/4 stable'],
    ['undo', 'Healthy', 'r3 0/0', 'r4 4/4 stable'],
  ]);
});

test('undo to the current revision does nothing', () => {
  expectPlays(basicCanary(), [
    ['deployed', 'Healthy', 'r1 4/4 stable'],
    [deploy(2), 'Healthy', 'r1 0/0', 'r2 4/4 stable'],
    [{ undo: { toRevision: 2 } }, 'Healthy', 'r1 0/0', 'r2 4/4 stable'],
  ]);
});
