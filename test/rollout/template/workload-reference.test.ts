import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, WorkloadReference, WorkloadScaleDown } from '../../../src';
import { chartOf, errorOf, find, synth } from '../../util/synth';

const PORTS = [{ name: 'http', port: 80, targetPort: 5000 }];

describe('a reference is written in place of selector and template, to a', () => {
  test.each<[string, WorkloadReference, object]>([
    ['Deployment', WorkloadReference.fromDeploymentName('old'), { apiVersion: 'apps/v1', kind: 'Deployment', name: 'old' }],
    ['Deployment that shrinks', WorkloadReference.fromDeploymentName('old', { scaleDown: WorkloadScaleDown.PROGRESSIVELY }), { apiVersion: 'apps/v1', kind: 'Deployment', name: 'old', scaleDown: 'progressively' }],
    ['Deployment that goes', WorkloadReference.fromDeploymentName('old', { scaleDown: WorkloadScaleDown.ON_SUCCESS }), { apiVersion: 'apps/v1', kind: 'Deployment', name: 'old', scaleDown: 'onsuccess' }],
    ['Deployment that stays', WorkloadReference.fromDeploymentName('old', { scaleDown: WorkloadScaleDown.NEVER }), { apiVersion: 'apps/v1', kind: 'Deployment', name: 'old', scaleDown: 'never' }],
    ['ReplicaSet', WorkloadReference.fromReplicaSetName('old'), { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'old' }],
    ['PodTemplate', WorkloadReference.fromPodTemplateName('old'), { apiVersion: 'v1', kind: 'PodTemplate', name: 'old' }],
  ])('%s', (_name, workload, written) => {
    const { spec } = find(release(workload), 'Rollout');

    expect(spec.workloadRef).toEqual(written);
    expect(spec).not.toHaveProperty('selector');
    expect(spec).not.toHaveProperty('template');
  });
});

test('the Services select by the name of the rollout', () => {
  expect(find(release(WorkloadReference.fromDeploymentName('old')), 'Service', 'app').spec.selector).toEqual({ 'app.kubernetes.io/name': 'app' });
});

test('the Services select by the labels that are given', () => {
  expect(find(release(WorkloadReference.fromDeploymentName('old', { podLabels: { run: 'old' } })), 'Service', 'app').spec.selector).toEqual({ run: 'old' });
});

test('the Services select by the labels of a Deployment of cdk8s-plus', () => {
  const manifests = synth((chart) => {
    const deployment = new kplus.Deployment(chart, 'deployment', { metadata: { name: 'old' }, select: false, podMetadata: { labels: { run: 'old' } }, containers: [{ image: 'app' }] });
    deployment.select(kplus.LabelSelector.of({ labels: { run: 'old' } }));
    new BlueGreenRollout(chart, 'x', { metadata: { name: 'app' }, ports: PORTS, workload: WorkloadReference.fromDeployment(deployment) });
  });

  expect(find(manifests, 'Rollout').spec.workloadRef.name).toBe('old');
  expect(find(manifests, 'Service', 'app').spec.selector).toEqual({ run: 'old' });
  expect(find(manifests, 'Deployment').metadata.name).toBe('old');
});

test('fails when something but a Deployment is scaled down', () => {
  expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', {
    ports: PORTS, workload: WorkloadReference.fromReplicaSetName('old', { scaleDown: WorkloadScaleDown.ON_SUCCESS }),
  }))).toContain('[workload-scale-down] workload.scaleDown: a ReplicaSet cannot be scaled down, got "onsuccess"; leave scaleDown out, or refer to a Deployment');
});

test('a dot in the name of a workload is allowed, as Kubernetes does', () => {
  expect(find(release(WorkloadReference.fromDeploymentName('old.v1')), 'Rollout').spec.workloadRef.name).toBe('old.v1');
});

test('the plan names the workload', () => {
  const rollout = new BlueGreenRollout(chartOf(), 'x', { metadata: { name: 'app' }, ports: PORTS, workload: WorkloadReference.fromDeploymentName('old') });

  const { workload, images, selector } = rollout.plan;
  expect({ workload, images, selector }).toEqual({ workload: 'Deployment/old', images: {}, selector: {} });
});

function release(workload: WorkloadReference) {
  return synth((chart) => new BlueGreenRollout(chart, 'x', { metadata: { name: 'app' }, ports: PORTS, workload }));
}
