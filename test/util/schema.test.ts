import { strictDecodingErrors } from './schema';

type Json = Record<string, any>;

const manifest = (apiVersion: string, kind: string, spec?: Json) => ({ apiVersion, kind, metadata: { name: 'app' }, spec });
const rollout = (spec: Json) => manifest('argoproj.io/v1alpha1', 'Rollout', spec);
const virtualService = (http: Json) => manifest('networking.istio.io/v1', 'VirtualService', { hosts: ['app'], http: [http] });
const destinationRule = (spec: Json) => manifest('networking.istio.io/v1', 'DestinationRule', { host: 'app', ...spec });
const service = (spec: Json) => manifest('v1', 'Service', spec);
const configMap = manifest('v1', 'ConfigMap');
const pod = (podSpec: Json) => rollout({ template: { spec: podSpec } });
const container = (fields: Json) => pod({ containers: [{ name: 'main', image: 'app:1', ...fields }] });
const variable = (valueFrom: Json) => container({ env: [{ name: 'A', valueFrom }] });
const loadBalancer = (fields: Json) => destinationRule({ trafficPolicy: { loadBalancer: fields } });
const canary = (fields: Json) => rollout({ strategy: { canary: fields } });

describe('strict decoding accepts', () => {
  test.each<[string, Json]>([
    ['a minimal Rollout', rollout({
      replicas: 1,
      selector: { matchLabels: { app: 'app' } },
      strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } },
      template: { metadata: { labels: { app: 'app' } }, spec: { containers: [{ name: 'main', image: 'app:1' }] } },
    })],
    ['a minimal Application', manifest('argoproj.io/v1alpha1', 'Application', { project: 'default', destination: { name: 'in-cluster' } })],
    ['a minimal AppProject', manifest('argoproj.io/v1alpha1', 'AppProject', { sourceRepos: ['*'] })],
    ['a minimal VirtualService', virtualService({ route: [{ destination: { host: 'app' }, weight: 100 }] })],
    ['a minimal DestinationRule', destinationRule({ subsets: [{ name: 'stable', labels: { app: 'app' } }] })],
    ['a minimal Service', service({ selector: { app: 'app' }, ports: [{ port: 80, targetPort: 'http' }] })],
    ['a number where a number or text may stand', canary({ maxSurge: 1 })],
    ['text where a number or text may stand', canary({ maxSurge: '25%' })],
    ['null where null may stand', virtualService({ corsPolicy: { allowCredentials: null } })],
    ['any key of a map', rollout({ template: { metadata: { labels: { 'example.com/any': 'a' } }, spec: { containers: [] } } })],
    ['the configuration of a plugin, whatever it holds', canary({ steps: [{ plugin: { name: 'a/b', config: { any: [{ thing: 1 }] } } }] })],
    ['a Service without ports that stands for a name outside', service({ type: 'ExternalName', externalName: 'app.example.com' })],
    ['metadata that the tools of a user set', { ...rollout({}), metadata: { name: 'app', finalizers: ['example.com/a'] } }],
  ])('%s', (_case, given) => {
    expect(strictDecodingErrors(given)).toEqual([]);
  });
});

describe('strict decoding fails when there is', () => {
  test.each<[string, Json, string]>([
    ['an unknown field of a container', container({ imagePolicy: 'Always' }),
      'Rollout/app/spec/template/spec/containers/0/imagePolicy: unknown field'],
    ['an unknown field of an object of which nothing is described',
      canary({ antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { weight: 1 } } }),
      'Rollout/app/spec/strategy/canary/antiAffinity/requiredDuringSchedulingIgnoredDuringExecution/weight: unknown field'],
    ['an unknown field beside the spec', { ...rollout({}), specs: {} }, 'Rollout/app/specs: unknown field'],
    ['an unknown field of an http route', virtualService({ timeoutSeconds: 3 }), 'VirtualService/app/spec/http/0/timeoutSeconds: unknown field'],
    ['an unknown field of a Service port', service({ ports: [{ port: 80, target: 80 }] }), 'Service/app/spec/ports/0/target: unknown field'],
    ['unknown metadata', { ...rollout({}), metadata: { name: 'app', label: {} } }, 'Rollout/app/metadata/label: unknown field'],
    ['a status', { ...rollout({}), status: {} }, 'Rollout/app/status: unknown field'],
    ['text where a number belongs', rollout({ replicas: '3' }), 'Rollout/app/spec/replicas: must be integer'],
    ['a number where text belongs', container({ image: 1 }), 'Rollout/app/spec/template/spec/containers/0/image: must be string'],
    ['a number as a label', { ...rollout({}), metadata: { name: 'app', labels: { a: 1 } } }, 'Rollout/app/metadata/labels/a: must be string'],
    ['a fraction where an integer or text belongs', canary({ maxSurge: 0.5 }),
      'Rollout/app/spec/strategy/canary/maxSurge: must be integer,string'],
    ['null where null may not stand', rollout({ replicas: null }), 'Rollout/app/spec/replicas: must be integer'],
    ['a pod without containers', pod({}), "Rollout/app/spec/template/spec: must have required property 'containers'"],
    ['a DestinationRule without host', destinationRule({ host: undefined }), "DestinationRule/app/spec: must have required property 'host'"],
    ['a Service without ports', service({}), "Service/app/spec: must have required property 'ports'"],
    ['no metadata', { ...rollout({}), metadata: undefined }, "Rollout/undefined: must have required property 'metadata'"],
    ['a value that is none of those allowed', loadBalancer({ simple: 'FASTEST' }),
      'DestinationRule/app/spec/trafficPolicy/loadBalancer/simple: must be equal to one of the allowed values'],
    ['text that a pattern does not allow', variable({ resourceFieldRef: { resource: 'limits.cpu', divisor: 'one' } }),
      'Rollout/app/spec/template/spec/containers/0/env/0/valueFrom/resourceFieldRef/divisor: must match pattern'],
    ['a number out of bounds', virtualService({ mirrorPercent: -1 }), 'VirtualService/app/spec/http/0/mirrorPercent: must be >= 0'],
    ['two of what excludes each other', loadBalancer({ simple: 'RANDOM', consistentHash: { useSourceIp: true } }),
      'DestinationRule/app/spec/trafficPolicy/loadBalancer: must match exactly one schema in oneOf'],
  ])('%s', (_case, given, error) => {
    expect(strictDecodingErrors(given).join('\n')).toContain(error);
  });

  test('a kind without a schema', () => {
    expect(strictDecodingErrors(configMap)).toEqual(['no schema for v1/ConfigMap']);
  });

  test('a known kind in a version without a schema', () => {
    const old = { ...virtualService({}), apiVersion: 'networking.istio.io/v1beta1' };

    expect(strictDecodingErrors(old)).toEqual(['no schema for networking.istio.io/v1beta1/VirtualService']);
  });
});

describe('kinds that are left unchecked', () => {
  test('pass when they are named', () => {
    expect(strictDecodingErrors(configMap, ['v1/ConfigMap'])).toEqual([]);
  });

  test('do not excuse a kind that has a schema', () => {
    expect(strictDecodingErrors(service({}), ['v1/Service'])).not.toEqual([]);
  });
});
