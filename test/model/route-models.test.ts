import { readModels } from '../../src/model/view/read-models';
import { Manifest } from '../util/synth';

test('a sole route without a name is weighted, as the controller weights it', () => {
  const [model] = readModels([
    canaryOf({ name: 'app' }, { virtualService: { name: 'app' } }),
    virtualService({ name: 'app' }, [{ route: [{ destination: { host: 'app' }, weight: 100 }, { destination: { host: 'app-canary' }, weight: 0 }] }]),
  ]);

  expect(model.routes.map(({ weighted }) => weighted)).toEqual([true]);
});

test('a host outside of the cluster has no role, also where no namespace is written', () => {
  const [model] = readModels([
    canaryOf({ name: 'app' }, { virtualService: { name: 'app' } }),
    virtualService({ name: 'app' }, [{ route: [{ destination: { host: 'app' }, weight: 50 }, { destination: { host: 'app.example.com' }, weight: 50 }] }]),
  ]);

  expect(model.routes[0].destinations.map((destination) => [destination.service, destination.role])).toEqual([['app', 'stable'], ['app.example.com', undefined]]);
});

test('routes of the Gateway API and paths of an Ingress are routes too', () => {
  const rollout = { ...canaryOf({ name: 'app', namespace: 'shop' }, {}), spec: { strategy: { blueGreen: { activeService: 'app', previewService: 'app-preview' } } } };

  const [model] = readModels([
    rollout,
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'app', namespace: 'shop' },
      spec: { hostnames: ['a.test.com'], parentRefs: [{ name: 'public', namespace: 'infra' }], rules: [{ backendRefs: [{ name: 'app', port: 80 }] }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'preview', namespace: 'shop' },
      spec: { rules: [{ host: 'b.test.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'app-preview', port: { number: 80 } } } }] } }] },
    },
  ]);

  expect(model.routes).toEqual([
    {
      kind: 'HTTPRoute', object: 'app', protocol: 'http', hosts: ['a.test.com'], gateways: ['infra/public'], weighted: false, destinations: [{ service: 'app', weight: 1, role: 'active' }],
    },
    {
      kind: 'Ingress', object: 'preview', protocol: 'http', hosts: ['b.test.com'], gateways: [], weighted: false, destinations: [{ service: 'app-preview', weight: 100, role: 'preview' }],
    },
  ]);
});

function canaryOf(metadata: Manifest, istio: Manifest): Manifest {
  const canary = { stableService: 'app', canaryService: 'app-canary', trafficRouting: { istio } };
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata, spec: { strategy: { canary } } };
}

function virtualService(metadata: Manifest, http: Manifest[]): Manifest {
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata, spec: { hosts: ['a.test.com'], http } };
}
