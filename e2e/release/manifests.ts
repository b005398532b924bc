import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readAll, synthExample } from '../../tools/examples';
import { KubernetesObject } from '../cluster/api';

/** The objects of an example, as `cdk8s synth` writes them. */
export function exampleManifests(example: string): KubernetesObject[] {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-rollouts-synth-'));
  try {
    return parseAllDocuments(readAll(synthExample(example, outdir))).map((document) => document.toJS());
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** As if the example's chart had that namespace. */
export function inNamespace(objects: KubernetesObject[], namespace: string): KubernetesObject[] {
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
}

export function withImage(objects: KubernetesObject[], image: string): KubernetesObject[] {
  const updated = structuredClone(objects);
  container(updated).image = image;
  return updated;
}

/**
 * What is really applied: on a cluster with real kubelets E2E_IMAGE takes the place of the example's images, which exist
 * nowhere; the version becomes a variable of the container. An image that is meant to fail is kept.
 */
export function runnable(objects: KubernetesObject[]): KubernetesObject[] {
  const image = process.env.E2E_IMAGE;
  if (!image || !objects.some(({ kind }) => kind === 'Rollout')) {
    return objects;
  }
  const updated = structuredClone(objects);
  const { image: version, ...rest } = container(updated);
  Object.assign(container(updated), {
    ...rest,
    image: version.includes('broken') ? version : image,
    ...process.env.E2E_ARGS && { args: process.env.E2E_ARGS.split(' ') },
    env: [{ name: 'VERSION', value: version }],
    resources: {},
  });
  return updated;
}

const container = (objects: KubernetesObject[]): any => ofKind(objects, 'Rollout').spec.template.spec.containers[0];

export function ofKind(objects: KubernetesObject[], kind: string, name?: string): KubernetesObject {
  const found = objects.find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  if (!found) {
    throw new Error(`no ${kind} ${name ?? ''} among the manifests`);
  }
  return found;
}

/** What a GitOps tool applies that leaves alone what is as it was. */
export function changed(before: KubernetesObject[], after: KubernetesObject[]): KubernetesObject[] {
  const known = new Set(before.map((object) => JSON.stringify(object)));
  return after.filter((object) => !known.has(JSON.stringify(object)));
}
