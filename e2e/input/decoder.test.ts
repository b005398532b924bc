import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { texts } from './texts';
import { isKubernetesObject } from '../../src/input/kubernetes-object';
import { readManifests } from '../../src/input/read-manifests';
import { BinaryError, decodeText } from '../../src/input/yaml/decode';
import { program } from '../cluster/build';

const COUNT = Number(process.env.E2E_TEXTS ?? 20_000);
const SEED = Number(process.env.E2E_SEED ?? 1);

interface Answer {
  readonly objects: unknown[];
  readonly error?: string;
}

const samples = fc.sample(texts, { numRuns: COUNT, seed: SEED });
const answers = decoded(samples);
const read = samples.map(ours);

/** What Kubernetes' decoder reads of each text. */
function decoded(all: readonly Buffer[]): Answer[] {
  const input = all.map((bytes) => `${bytes.toString('base64')}\n`).join('');
  return execFileSync(program('decoder'), { input, encoding: 'utf8', maxBuffer: 2 ** 30 }).trim().split('\n').map((line) => JSON.parse(line));
}

function ours(bytes: Buffer): { readonly manifests: unknown[]; readonly isWrong: boolean } {
  try {
    const { manifests, problems } = readManifests([{ file: 'x', text: decodeText(bytes) }]);
    return { manifests: manifests.map((manifest) => JSON.parse(JSON.stringify(manifest))), isWrong: problems.length > 0 };
  } catch (error) {
    if (error instanceof BinaryError) {
      return { manifests: [], isWrong: true };
    }
    throw error;
  }
}

test('an object that Kubernetes reads is read with the same values, or is an error', () => {
  const hidden = samples.flatMap((bytes, index) => {
    const { manifests, isWrong } = read[index];
    const objects = answers[index].objects.filter(isKubernetesObject);
    const missing = objects.filter((object) => !manifests.some((manifest) => isDeepStrictEqual(manifest, object)));
    return missing.length > 0 && !isWrong ? [`${JSON.stringify(bytes.toString())}: ${JSON.stringify(missing[0])}`] : [];
  });

  expect(hidden).toEqual([]);
});

test('enough texts hold objects, and most of these are read without an error', () => {
  const good = samples.filter((_, index) => answers[index].objects.length > 0 && answers[index].error === undefined).length;
  const refused = samples.filter((_, index) => answers[index].objects.length > 0 && answers[index].error === undefined && read[index].isWrong).length;

  expect(good).toBeGreaterThan(COUNT / 4);
  expect(refused).toBeLessThan(good / 2);
});
