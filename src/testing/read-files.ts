import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest } from '../core/manifest';
import { parseManifests } from '../input/parse-manifests';

const YAML = /\.(ya?ml|json)$/;

/** The manifests of a YAML text, of a file, or of all YAML files of a folder and its folders. */
export function readManifests(textOrPath: string): Manifest[] {
  // A text of manifests has more than one line; a path has one.
  if (/[\n{]/.test(textOrPath.trim())) {
    return parseManifests(textOrPath);
  }
  return filesOf(textOrPath).flatMap((file) => {
    try {
      return parseManifests(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
  });
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => one.name < other.name ? -1 : 1)
    .flatMap((entry) => entry.isDirectory() ? filesOf(join(path, entry.name)) : YAML.test(entry.name) ? [join(path, entry.name)] : []);
}
