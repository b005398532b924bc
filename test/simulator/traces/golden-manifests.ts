import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Manifest } from '../../util/synth';

/** The manifests of an example, as `test/golden/` holds them. */
export function goldenManifests(example: string): Manifest[] {
  const text = readFileSync(join(__dirname, '..', '..', 'golden', `${example}.k8s.yaml`), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS());
}
