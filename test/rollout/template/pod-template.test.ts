import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { BlueGreenRollout, PodTemplate, RolloutProps } from '../../../src';
import { chartOf, errorOf, find, namesOf, synth } from '../../util/synth';

const PORTS = [{ name: 'http', port: 80, targetPort: 5000 }];

test('the Deployment leaves the output', () => {
  const manifests = synth((chart) => rolloutOf(chart, deploymentIn(chart)));

  expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app', 'Service/app-preview']);
});

test('the pods keep their labels and annotations, and gain the label of the selector', () => {
  const { spec } = find(synth((chart) => rolloutOf(chart, deploymentIn(chart))), 'Rollout');

  expect(spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'app' });
  expect(spec.template.metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'app', 'tier': 'web' }, annotations: { note: 'a' } });
});

test('the name label of the pods is the selector', () => {
  const { spec } = find(synth((chart) => rolloutOf(chart, deploymentIn(chart, { 'app.kubernetes.io/name': 'shop' }))), 'Rollout');

  expect(spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'shop' });
  expect(spec.template.metadata.labels).toEqual({ 'app.kubernetes.io/name': 'shop' });
});

test('podMetadata of the rollout is laid over that of the template', () => {
  const { spec } = find(synth((chart) => rolloutOf(chart, deploymentIn(chart), { podMetadata: { labels: { tier: 'api' }, annotations: { later: 'b' } } })), 'Rollout');

  expect(spec.template.metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'app', 'tier': 'api' }, annotations: { note: 'a', later: 'b' } });
});

test('the template is written canonically', () => {
  const { containers } = find(synth((chart) => rolloutOf(chart, deploymentIn(chart))), 'Rollout').spec.template.spec;

  expect(containers).toEqual([{
    name: 'main', image: 'app', env: [], resources: { requests: { cpu: '1' } }, ports: [{ containerPort: 80, protocol: 'TCP' }],
  }].map(({ env, ...container }) => container));
});

test('patches on the source land, even later ones', () => {
  const { containers } = find(synth((chart) => {
    const deployment = deploymentIn(chart);
    rolloutOf(chart, deployment);
    deployment.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/image', 'patched'));
  }), 'Rollout').spec.template.spec;

  expect(containers[0].image).toBe('patched');
});

test('a Deployment of cdk8s-plus is taken with its containers', () => {
  const manifests = synth((chart) => {
    const deployment = new kplus.Deployment(chart, 'deployment', { containers: [{ image: 'app', portNumber: 5000 }] });
    rolloutOf(chart, ApiObject.of(deployment));
  });

  expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app', 'Service/app-preview']);
  expect(find(manifests, 'Rollout').spec.template.spec.containers[0].image).toBe('app');
});

test('the place of a Deployment of cdk8s-plus in the construct tree does not change the pods', () => {
  const templates = ['a', 'b'].map((id) => find(synth((chart) => {
    const deployment = new kplus.Deployment(new Construct(chart, id), 'deployment', { containers: [{ image: 'app' }] });
    rolloutOf(chart, ApiObject.of(deployment));
  }), 'Rollout').spec.template);

  expect(templates[0]).toEqual(templates[1]);
});

describe('the pods are taken from a', () => {
  test.each(['StatefulSet', 'DaemonSet', 'ReplicaSet'])('%s', (kind) => {
    const { spec } = find(synth((chart) => rolloutOf(chart, new ApiObject(chart, 'source', {
      apiVersion: 'apps/v1', kind, spec: { template: { spec: { containers: [{ name: 'main', image: 'app' }] } } },
    }))), 'Rollout');

    expect(spec.template.spec.containers[0].image).toBe('app');
  });

  test('PodTemplate', () => {
    const { spec } = find(synth((chart) => rolloutOf(chart, new ApiObject(chart, 'source', {
      apiVersion: 'v1', kind: 'PodTemplate', template: { spec: { containers: [{ name: 'main', image: 'app' }] } },
    }))), 'Rollout');

    expect(spec.template.spec.containers[0].image).toBe('app');
  });

  test('Pod, without its name', () => {
    const { spec } = find(synth((chart) => rolloutOf(chart, new ApiObject(chart, 'source', {
      apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', labels: { tier: 'web' } }, spec: { containers: [{ name: 'main', image: 'app' }] },
    }))), 'Rollout');

    expect(spec.template.metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'app', 'tier': 'web' } });
  });
});

test('the number of pods is that of the source, unless replicas are given', () => {
  const replicas = (props: Partial<RolloutProps>) => find(synth((chart) => rolloutOf(chart, deploymentIn(chart), props)), 'Rollout').spec.replicas;

  expect(replicas({})).toBe(2);
  expect(replicas({ replicas: 5 })).toBe(5);
});

test('fails when the object has no pods', () => {
  expect(errorOf((chart) => rolloutOf(chart, new ApiObject(chart, 'source', { apiVersion: 'v1', kind: 'ConfigMap' }))))
    .toContain('app/x: [pod-template-source] template: this kind has no pod template, got "ConfigMap"; pass one of Deployment');
});

test('fails when the pods of the template do not restart', () => {
  expect(errorOf((chart) => rolloutOf(chart, new ApiObject(chart, 'source', {
    apiVersion: 'v1', kind: 'Pod', spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'app' }] },
  })))).toContain('[restart-policy-always] template.spec.restartPolicy: ');
});

test('the plan has the images of the template', () => {
  const chart = chartOf();

  expect(rolloutOf(chart, deploymentIn(chart)).model.images).toEqual({ main: 'app' });
});

function rolloutOf(chart: Chart, source: ApiObject, props: Partial<RolloutProps> = {}): BlueGreenRollout {
  return new BlueGreenRollout(chart, 'x', { metadata: { name: 'app' }, ports: PORTS, template: PodTemplate.fromApiObject(source), ...props });
}

function deploymentIn(chart: Chart, labels: Record<string, string> = { tier: 'web' }): ApiObject {
  return new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'old' },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { note: 'a' } },
        spec: { containers: [{ name: 'main', image: 'app', env: [], resources: { requests: { cpu: '1000m' } }, ports: [{ containerPort: 80 }] }] },
      },
    },
  });
}
