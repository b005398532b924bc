import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from '../../tools/examples';
import { KubernetesObject } from '../cluster/api';
import { program } from '../cluster/build';
import { exampleManifests, ofKind } from '../release/manifests';

interface Finding {
  readonly level: string;
  readonly code: string;
  readonly object: string;
  readonly message: string;
}

const MESH = join(__dirname, 'fixture', 'mesh.yaml');

/** What Istio's validation and analyzers say of the objects in a cluster with a mesh. */
function judge(objects: KubernetesObject[]): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-rollouts-judge-'));
  try {
    const file = join(folder, 'manifests.yaml');
    writeFileSync(file, [...objects, pod(objects)].map((object) => JSON.stringify(object)).join('\n---\n'));
    return JSON.parse(execFileSync(program('judge'), [MESH, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A pod of the Rollout, with its sidecar: subsets are held to pods. */
function pod(objects: KubernetesObject[]): KubernetesObject {
  const { metadata, spec: { template } } = ofKind(objects, 'Rollout');
  const containers = [...template.spec.containers, { name: 'istio-proxy', image: 'registry.example.com/proxy:1' }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'app-pod', namespace: metadata.namespace, labels: template.metadata.labels },
    spec: { ...template.spec, containers },
  };
}

function weighted(objects: KubernetesObject[]): any[] {
  return ofKind(objects, 'VirtualService', 'app').spec.http.find((route: any) => route.name === 'backend-routes').route;
}

test.each(EXAMPLES)('Istio finds nothing to say of the example %s', (example) => {
  expect(judge(exampleManifests(example))).toEqual([]);
});

test.each(['canary', 'canary-east-west'])('Istio finds nothing to say of the example %s in the middle of a release', (example) => {
  const objects = exampleManifests(example);
  const [stable, canary] = weighted(objects);
  [stable.weight, canary.weight] = [70, 30];

  expect(judge(objects)).toEqual([]);
});

test('Istio would refuse a weight below 0', () => {
  const objects = exampleManifests('canary');
  weighted(objects)[1].weight = -30;

  expect(judge(objects)).toContainEqual(expect.objectContaining({ level: 'Error', code: 'validation', object: 'VirtualService app-service/app' }));
});

test('Istio would refuse weights of 0 in sum; any other sum is a proportion to it, and none of its business', () => {
  const objects = exampleManifests('canary');
  const [stable, canary] = weighted(objects);
  [stable.weight, canary.weight] = [70, 20];
  expect(judge(objects)).toEqual([]);

  stable.weight = canary.weight = 0;
  expect(judge(objects)).toContainEqual(expect.objectContaining({ level: 'Error', code: 'validation', message: 'total destination weight = 0' }));
});

test('Istio would miss the gateway', () => {
  const objects = exampleManifests('blue-green');
  ofKind(objects, 'VirtualService', 'app').spec.gateways = ['istio-system/nowhere'];

  expect(judge(objects)).toContainEqual(expect.objectContaining({ level: 'Error', code: 'IST0101', message: expect.stringContaining('istio-system/nowhere') }));
});

test('Istio would miss the canary Service', () => {
  const objects = exampleManifests('canary').filter(({ kind, metadata }) => !(kind === 'Service' && metadata.name === 'app-canary'));

  expect(judge(objects)).toContainEqual(expect.objectContaining({ code: 'IST0101', message: expect.stringContaining('app-canary') }));
});

test('Istio would miss a subset', () => {
  const objects = exampleManifests('canary-east-west');
  ofKind(objects, 'DestinationRule').spec.subsets.pop();

  expect(judge(objects)).toContainEqual(expect.objectContaining({ code: 'IST0101', message: expect.stringContaining('canary') }));
});

test('Istio would say that the gateway does not serve a host', () => {
  const objects = exampleManifests('blue-green');
  ofKind(objects, 'VirtualService', 'app-preview').spec.hosts = ['preview.elsewhere.com'];

  expect(judge(objects)).toContainEqual(expect.objectContaining({ level: 'Warning', code: 'IST0132' }));
});
