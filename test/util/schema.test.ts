import { strictDecodingErrors } from './schema';

function rollout(spec: object) {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'app' }, spec };
}

function podSpec(container: object) {
  return rollout({ template: { spec: { containers: [{ name: 'main', image: 'app:1', ...container }] } } });
}

describe('strict decoding', () => {
  test('accepts a pod with a port by number and by name', () => {
    expect(strictDecodingErrors(podSpec({ livenessProbe: { httpGet: { port: 80 } } }))).toEqual([]);
    expect(strictDecodingErrors(podSpec({ livenessProbe: { httpGet: { port: 'web' } } }))).toEqual([]);
  });

  test('accepts the configuration of a plugin, whatever it holds', () => {
    const plugin = { name: 'a/b', config: { any: [{ thing: 1 }] } };

    expect(strictDecodingErrors(rollout({ strategy: { canary: { steps: [{ plugin }] } } }))).toEqual([]);
  });

  test.each([
    ['a field of a container that does not exist', podSpec({ imagePolicy: 'Always' }), '/spec/template/spec/containers/0'],
    ['a number where text belongs', podSpec({ image: 1 }), '/spec/template/spec/containers/0/image'],
    ['text where a number belongs', rollout({ replicas: '3' }), '/spec/replicas'],
    ['a field of an http route that does not exist', {
      apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'app' }, spec: { hosts: ['a'], http: [{ timeoutSeconds: 3 }] },
    }, '/spec/http/0'],
    ['a value that is none of those allowed', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'app' },
      spec: { host: 'app', trafficPolicy: { loadBalancer: { simple: 'FASTEST' } } },
    }, '/spec/trafficPolicy/loadBalancer/simple'],
    ['what is required and missing', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'app' }, spec: {} }, '/spec'],
    ['metadata that does not exist', { ...rollout({}), metadata: { name: 'app', label: {} } }, '/metadata'],
  ])('fails when there is %s', (_case, manifest, path) => {
    expect(strictDecodingErrors(manifest).join('\n')).toContain(`${path}:`);
  });

  test('fails when it has no schema for a kind', () => {
    expect(strictDecodingErrors({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app' } })).toEqual(['no schema for v1/Pod']);
  });
});
