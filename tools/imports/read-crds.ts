import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { CHECKED_KINDS, KINDS } from './kinds';
import { releases } from './releases';

type Crd = Record<string, any>;

/** Reads the CRDs that we use, from a folder or from the releases that cdk8s.yaml names. */
export async function readCrds(folder: string | undefined): Promise<Crd[]> {
  // Asked for in either case, so that cdk8s.yaml and the kinds cannot part unnoticed.
  const urls = releases();
  const texts = folder ? readFolder(folder) : await Promise.all([...urls, ...besideRollout(urls)].map(download));
  const documents: Crd[] = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));
  const crds = documents.filter((document) => document?.kind === 'CustomResourceDefinition');
  return [...KINDS, ...CHECKED_KINDS].map(({ crd: name, version }) => {
    const crd = crds.find(({ metadata }) => metadata.name === name);
    const found = crd?.spec.versions.find((candidate: Crd) => candidate.name === version);
    if (!crd || !found) {
      throw new Error(`no CRD ${name} with version ${version} in ${folder ?? 'the releases of cdk8s.yaml'}`);
    }
    return reduced(crd, found);
  });
}

function besideRollout(urls: string[]): string[] {
  const rollout = urls.find((url) => url.endsWith('/rollout-crd.yaml')) ?? '';
  return CHECKED_KINDS.map(({ file }) => rollout.replace('rollout-crd.yaml', file));
}

/** One version, and nothing of what upstream wrote for readers. */
function reduced(crd: Crd, version: Crd): Crd {
  const { group, names, scope } = crd.spec;
  const schema = { openAPIV3Schema: withoutProse(version.schema.openAPIV3Schema) };
  return {
    apiVersion: crd.apiVersion,
    kind: crd.kind,
    metadata: { name: crd.metadata.name },
    spec: { group, names, scope, versions: [{ name: version.name, served: true, storage: true, schema }] },
  };
}

/** A property may itself be called `description`: only the schema's own one goes. */
export function withoutProse(schema: Crd): Crd {
  const { description, externalDocs, example, title, 'x-kubernetes-validations': _rules, ...rest } = schema;
  const result: Crd = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'properties') {
      result[key] = Object.fromEntries(Object.entries(value as Crd).map(([name, property]) => [name, withoutProse(property)]));
    } else if (Array.isArray(value)) {
      result[key] = value.map((item) => typeof item === 'object' && item !== null ? withoutProse(item) : item);
    } else {
      result[key] = typeof value === 'object' && value !== null && key !== 'default' ? withoutProse(value) : value;
    }
  }
  return result;
}

function readFolder(folder: string): string[] {
  return readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)).sort().map((file) => readFileSync(join(folder, file), 'utf8'));
}

async function download(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${response.statusText}`);
  }
  return response.text();
}
