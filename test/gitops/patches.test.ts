import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import {
  AlbEntryPoint, ArgoCdApplication, ArgoCdApplicationSet, ArgoCdGenerator, ArgoCdProject, ArgoCdSource, AwsLoadBalancerScheme, AwsTargetGroup,
  BlueGreenRollout, CustomResource, NlbEntryPoint, TargetGroupBinding,
} from '../../src';
import { errorOf, find, pods, synth } from '../util/synth';

const REPO = 'https://git.example.com/shop/deploy.git';
const source = ArgoCdSource.directory(REPO, 'dist');

const CONSTRUCTS: Array<[kind: string, build: (chart: Chart) => CustomResource]> = [
  ['Ingress', (chart) => new AlbEntryPoint(chart, 'patched', { hosts: ['a.com'] })],
  ['Service', (chart) => new NlbEntryPoint(chart, 'patched')],
  ['TargetGroupBinding', (chart) => new TargetGroupBinding(chart, 'patched', { targetGroup: AwsTargetGroup.fromTargetGroupName('ingress') })],
  ['Application', (chart) => new ArgoCdApplication(chart, 'patched', { source })],
  ['ApplicationSet', (chart) => new ArgoCdApplicationSet(chart, 'patched', { source, generators: [ArgoCdGenerator.clusters()], applicationName: '{{.name}}' })],
  ['AppProject', (chart) => new ArgoCdProject(chart, 'patched', { sourceRepos: ['*'], destinations: [{ namespace: '*' }] })],
];

describe.each(CONSTRUCTS)('of %s', (kind, build) => {
  test('a patch lands, whatever it writes', () => {
    const manifests = synth((chart) => build(chart).addJsonPatch(JsonPatch.add('/spec/fromThePatch', true)));

    expect(find(manifests, kind).spec.fromThePatch).toBe(true);
  });

  test('a patch that cannot be applied is named with its reason', () => {
    expect(errorOf((chart) => build(chart).addJsonPatch(JsonPatch.add('/spec/a', 1), JsonPatch.replace('/spec/none/b', 2))))
      .toContain(`[json-patch-applies] addJsonPatch[1]: cannot be applied to ${kind} patched: /spec/none does not exist, got "replace /spec/none/b"; correct the path`);
  });

  test('name, namespace and metadata are those of the object', () => {
    synth((chart) => {
      const { apiObject, name, namespace, metadata } = build(chart);

      expect([name, namespace, metadata]).toEqual(['patched', apiObject.toJson().metadata.namespace, apiObject.metadata]);
      expect(apiObject.kind).toBe(kind);
    });
  });
});

test('a patch ends the contradiction within a group of ALBs', () => {
  expect(() => synth((chart) => {
    new AlbEntryPoint(chart, 'one', { hosts: ['a.com'], groupName: 'shared', scheme: AwsLoadBalancerScheme.INTERNET_FACING });
    const two = new AlbEntryPoint(chart, 'two', { hosts: ['b.com'], groupName: 'shared' });
    two.addJsonPatch(JsonPatch.replace('/metadata/annotations/alb.ingress.kubernetes.io~1scheme', 'internet-facing'));
  })).not.toThrow();
});

test('a patch moves an object out of the waves after its Rollout', () => {
  expect(() => synth((chart) => {
    const job = new ApiObject(chart, 'job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'warm', annotations: { 'argocd.argoproj.io/sync-wave': '2' } } });
    job.addJsonPatch(JsonPatch.remove('/metadata/annotations'));
    new ArgoCdApplication(chart, 'x', { source, rollouts: [new BlueGreenRollout(chart, 'shop', pods())] });
  })).not.toThrow();
});
