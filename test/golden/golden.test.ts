import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { EXAMPLES, readAll, synthExample } from '../../tools/examples';

describe('an example writes its golden file to the byte', () => {
  test.each(EXAMPLES)('%s', (example) => {
    const outdir = mkdtempSync(join(tmpdir(), 'example-'));

    const written = readAll(synthExample(example, outdir));

    rmSync(outdir, { recursive: true });
    expect(written).toEqual(golden(example));
  });
});

describe('the blue-green scenario', () => {
  const [rollout, active, preview, users, testers] = manifests('blue-green');

  test('pauses before the users move, and names the two Services', () => {
    expect(rollout).toMatchObject({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'app', namespace: 'app-service' } });
    expect(rollout.spec.strategy).toEqual({
      blueGreen: { activeService: 'app', previewService: 'app-preview', autoPromotionEnabled: false, scaleDownDelaySeconds: 30 },
    });
  });

  test.each([['app', active], ['app-preview', preview]])('has the Service %s that selects the pods by name', (name, service) => {
    expect(service).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'app-service', annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=false' } },
      spec: {
        type: 'ClusterIP',
        selector: { 'app.kubernetes.io/name': 'app' },
        ports: [{ name: 'http', port: 80, targetPort: 5000 }],
      },
    });
  });

  test.each([
    ['app', 'app-api.test.com', users],
    ['app-preview', 'app-api-preview.test.com', testers],
  ])('leads to the Service %s from %s', (name, host, virtualService) => {
    expect(virtualService).toMatchObject({ kind: 'VirtualService', metadata: { name, namespace: 'app-service' } });
    expect(virtualService.spec).toEqual({
      hosts: [host],
      gateways: ['istio-system/ingressgateway'],
      http: [{
        name: 'backend-routes',
        match: [{ uri: { prefix: '/' } }],
        route: [{ destination: { host: name, port: { number: 80 } } }],
      }],
    });
  });
});

describe('the canary scenario', () => {
  const [rollout, , , users, testers] = manifests('canary');

  test('names the Services, the steps, and the weighted route', () => {
    expect(rollout.spec.strategy).toEqual({
      canary: {
        stableService: 'app',
        abortScaleDownDelaySeconds: 1,
        canaryService: 'app-canary',
        steps: [{ setWeight: 30 }, { pause: {} }],
        trafficRouting: { istio: { virtualService: { name: 'app', routes: ['backend-routes'] } } },
      },
    });
  });

  test('starts with all users on the stable Service', () => {
    expect(users.spec.http).toEqual([{
      name: 'backend-routes',
      match: [{ uri: { prefix: '/' } }],
      route: [
        { destination: { host: 'app', port: { number: 80 } }, weight: 100 },
        { destination: { host: 'app-canary', port: { number: 80 } }, weight: 0 },
      ],
    }]);
  });

  test('leads testers to the new version on a host of its own', () => {
    expect(testers.metadata.name).toBe('app-canary');
    expect(testers.spec.hosts).toEqual(['app-api-canary.test.com']);
    expect(testers.spec.http[0].route).toEqual([{ destination: { host: 'app-canary', port: { number: 80 } } }]);
  });
});

describe('the east-west scenario', () => {
  const [rollout, service, virtualService, rule] = manifests('canary-east-west');

  test('keeps one Service and one host', () => {
    expect(service.metadata.name).toBe('app');
    expect(virtualService.spec.hosts).toEqual(['app']);
    expect(virtualService.spec.gateways).toBeUndefined();
  });

  test('tells the versions apart by subsets of one DestinationRule', () => {
    expect(rollout.spec.strategy.canary.trafficRouting.istio.destinationRule)
      .toEqual({ name: 'app', stableSubsetName: 'stable', canarySubsetName: 'canary' });
    expect(rule.spec.subsets.map(({ name }: { name: string }) => name)).toEqual(['stable', 'canary']);
  });
});

describe('the EKS scenario', () => {
  const objects = manifests('eks');
  const named = (kind: string, name: string) => objects.find((object) => object.kind === kind && object.metadata.name === name);

  test('leads users and testers of both applications through one ALB', () => {
    const hosts = ['api-canary.test.com', 'api.test.com', 'shop-preview.test.com', 'shop.test.com'];

    expect(named('Ingress', 'public').spec.rules.map(({ host }: { host: string }) => host)).toEqual(hosts);
    expect(named('Ingress', 'public').metadata.namespace).toBe('istio-system');
    expect(objects.filter(({ kind }) => kind === 'VirtualService').map(({ spec }) => spec.gateways)).toEqual(hosts.map(() => ['istio-system/ingressgateway']));
  });

  test('has an Application that leaves alone what the controller rewrites, and applies the Rollouts last', () => {
    const { ignoreDifferences, destination } = named('Application', 'shop-apps').spec;

    expect(destination.namespace).toBe('app-service');
    expect(ignoreDifferences.map(({ kind, name }: { kind: string; name: string }) => `${kind}/${name}`))
      .toEqual(['Service/shop', 'Service/shop-preview', 'Service/api', 'Service/api-canary', 'VirtualService/api']);
    expect(objects.filter(({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-wave']).map(({ kind }) => kind)).toEqual(['Rollout', 'Rollout']);
  });
});

function golden(example: string): string {
  return readFileSync(join(__dirname, `${example}.k8s.yaml`), 'utf8');
}

function manifests(example: string): any[] {
  return parseAllDocuments(golden(example)).map((document) => document.toJS());
}
