import { canonicalTemplate } from '../../src/core/canonical-template';

describe('a zero value that Go leaves out is dropped:', () => {
  test.each([
    ['hostNetwork', { hostNetwork: false }],
    ['hostPID', { hostPID: false }],
    ['hostIPC', { hostIPC: false }],
    ['an empty list', { tolerations: [] }],
    ['an empty map of labels', { nodeSelector: {} }],
    ['an empty text', { nodeName: '' }],
    ['nothing', { schedulerName: null }],
  ])('%s', (_name, spec) => {
    expect(canonicalTemplate({ spec })).toEqual({ spec: {} });
  });
});

describe('a zero value that Go keeps is kept:', () => {
  test.each([
    ['a grace period', { terminationGracePeriodSeconds: 0 }],
    ['automount', { automountServiceAccountToken: false }],
    ['a user', { securityContext: { runAsUser: 0 } }],
    ['an empty security context', { securityContext: {} }],
    ['an empty directory', { volumes: [{ name: 'a', emptyDir: {} }] }],
    ['a toleration', { tolerations: [{ key: 'a', tolerationSeconds: 0 }] }],
    ['an optional reference', { volumes: [{ name: 'a', configMap: { name: 'b', optional: false } }] }],
    ['a storage class that is none', { volumes: [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: { storageClassName: '' } } } }] }],
  ])('%s', (_name, spec) => {
    expect(canonicalTemplate({ spec })).toEqual({ spec });
  });

  test('the value of a header of a probe, which the API server requires', () => {
    const [container] = containers({ name: 'a', livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'X-Probe', value: '' }] } } });

    expect(container.livenessProbe.httpGet.httpHeaders).toEqual([{ name: 'X-Probe', value: '' }]);
  });
});

test('the values of labels and annotations are data, even where they are empty', () => {
  const metadata = { labels: { a: '' }, annotations: { b: '' } };

  expect(canonicalTemplate({ metadata })).toEqual({ metadata });
});

test('the value of an empty environment variable is dropped, as Go does', () => {
  expect(containers({ name: 'a', env: [{ name: 'A', value: '' }] })[0].env).toEqual([{ name: 'A' }]);
});

test('the arguments of a command are data, even where they are empty', () => {
  expect(containers({ name: 'a', args: ['--prefix', ''] })[0].args).toEqual(['--prefix', '']);
});

test('quantities are canonical wherever they stand', () => {
  const { spec } = canonicalTemplate({
    spec: {
      overhead: { cpu: '1000m' },
      volumes: [{ name: 'a', emptyDir: { sizeLimit: '1024Mi' } }],
      containers: [{
        name: 'a',
        resources: { limits: { 'cpu': 2, 'example.com/gpu': '1000m' } },
        env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1000m' } } }],
      }],
    },
  });

  expect(spec.overhead.cpu).toBe('1');
  expect(spec.volumes[0].emptyDir.sizeLimit).toBe('1Gi');
  expect(spec.containers[0].resources.limits).toEqual({ 'cpu': '2', 'example.com/gpu': '1' });
  expect(spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor).toBe('1');
});

test('init containers have resources and the protocol of their ports too', () => {
  expect(canonicalTemplate({ spec: { initContainers: [{ name: 'a', ports: [{ containerPort: 80 }, { containerPort: 81, protocol: 'UDP' }] }] } }).spec.initContainers)
    .toEqual([{ name: 'a', resources: {}, ports: [{ containerPort: 80, protocol: 'TCP' }, { containerPort: 81, protocol: 'UDP' }] }]);
});

test('a canonical template stays as it is', () => {
  const once = canonicalTemplate({ spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1000m' } } }], hostNetwork: false } });

  expect(canonicalTemplate(once)).toEqual(once);
});

test('the template that was given is not changed', () => {
  const given = Object.freeze({ spec: Object.freeze({ hostNetwork: false, containers: Object.freeze([Object.freeze({ name: 'a' })]) }) });

  expect(() => canonicalTemplate(given)).not.toThrow();
});

function containers(container: object): any[] {
  return canonicalTemplate({ spec: { containers: [container] } }).spec.containers;
}
