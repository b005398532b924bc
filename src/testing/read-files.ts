import { Manifest } from '../core/manifest';
import { at, namespaceOf } from '../core/read';
import { environmentsOf } from '../input/environments';
import type { Input } from '../input/read-manifests';
import { readSources } from '../input/source';
import { ROLLOUT } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';

/**
 * The manifests of a YAML text, of a file, or of all YAML files of a folder and its folders; of several environments those of the
 * one that has the Rollout.
 *
 * @throws an error with the line where a text is not YAML, and where no object of Kubernetes is found
 */
export function readEnvironment(textOrPath: string, rollout: string | undefined): Manifest[] {
  const input = readInput(textOrPath);
  const [problem] = input.problems;
  if (problem) {
    throw new Error(`${problem.file}:${problem.line}: ${problem.message}; ${problem.remedy}`);
  }
  if (input.manifests.length === 0) {
    throw new Error('no Kubernetes object found; check the path, or the text');
  }
  const environments = environmentsOf(input).filter((manifests) => holds(manifests, rollout));
  return environments.length === 1 ? environments[0] : input.manifests;
}

function readInput(textOrPath: string): Input {
  // The parser is loaded when a text is read: most programs that load this package never read one.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readManifests } = require('../input/read-manifests') as typeof import('../input/read-manifests');
  const isText = /[\n{]/.test(textOrPath.trim());
  return readManifests(isText ? [{ file: 'manifests', text: textOrPath }] : readSources([textOrPath]));
}

function holds(manifests: readonly Manifest[], asked: string | undefined): boolean {
  return new ManifestSet(manifests).ofKind(ROLLOUT).some((rollout) => {
    const name = at(rollout, 'metadata', 'name');
    return asked === undefined || asked === name || asked === `${namespaceOf(rollout)}/${name}`;
  });
}
