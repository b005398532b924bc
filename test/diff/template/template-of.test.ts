import { templateOf } from '../../../src/diff/template/template-of';
import { ManifestSet } from '../../../src/model/manifests/manifest-set';
import { Manifest } from '../../util/synth';

const none = new ManifestSet([]);
const effective = (template: unknown) => templateOf({ kind: 'Rollout', spec: { template } }, none)?.effectiveJson;
const withSpec = (spec: Manifest) => effective({ spec });
const withContainer = (container: Manifest) => withSpec({ containers: [{ name: 'app', image: 'app:1', ...container }] });

test.each<[string, string | undefined, string | undefined]>([
  ['a default of the pod', withSpec({ dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30, securityContext: {} }), withSpec({})],
  ['the pull policy of a version', withContainer({ imagePullPolicy: 'IfNotPresent' }), withContainer({})],
  ['the pull policy of the newest image', withContainer({ image: 'app', imagePullPolicy: 'Always' }), withContainer({ image: 'app' })],
  ['the protocol of a port', withContainer({ ports: [{ containerPort: 80, protocol: 'TCP' }] }), withContainer({ ports: [{ containerPort: 80 }] })],
  ['the times of a probe', withContainer({ livenessProbe: { httpGet: { port: 1, scheme: 'HTTP' }, periodSeconds: 10 } }), withContainer({ livenessProbe: { httpGet: { port: 1 } } })],
  ['the mode of files', withSpec({ volumes: [{ name: 'a', configMap: { name: 'b', defaultMode: 420 } }] }), withSpec({ volumes: [{ name: 'a', configMap: { name: 'b' } }] })],
  ['the time of making', effective({ metadata: { creationTimestamp: null }, spec: {} }), effective({ spec: {} })],
  ['the hash of the controller', effective({ metadata: { labels: { 'rollouts-pod-template-hash': 'x' } } }), effective({})],
])('%s starts no release', (_case, one, other) => {
  expect(one).toBe(other);
});

test.each<[string, string | undefined, string | undefined]>([
  ['another image', withContainer({}), withContainer({ image: 'app:2' })],
  ['an annotation', effective({ metadata: { annotations: { a: '1' } } }), effective({})],
  ['another order of variables', withContainer({ env: [{ name: 'A' }, { name: 'B' }] }), withContainer({ env: [{ name: 'B' }, { name: 'A' }] })],
  ['another pull policy', withContainer({ imagePullPolicy: 'Always' }), withContainer({})],
])('%s is another template', (_case, one, other) => {
  expect(one).not.toBe(other);
});

test('the template of a workload is that of the Rollout', () => {
  const workload = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app' }, spec: { template: { spec: { nodeName: 'a' } } } };
  const rollout = { kind: 'Rollout', metadata: { name: 'x' }, spec: { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' } } };

  expect(templateOf(rollout, new ManifestSet([workload]))).toMatchObject({ effectiveJson: '{"spec":{"nodeName":"a"}}', workload });
  expect(templateOf(rollout, none)).toBeUndefined();
});
