import { MisuseError } from './misuse';
import { Input, readManifests } from '../input/read-manifests';
import { readSources } from '../input/source';

/** What stands behind paths; broken texts are among its problems. */
export function readInput(paths: readonly string[]): Input {
  return readManifests(readSources(paths));
}

/** A release of broken YAML cannot be predicted. */
export function checkTexts({ problems: [problem] }: Input): void {
  if (problem) {
    throw new MisuseError(`${problem.file}:${problem.line}: ${problem.message}; ${problem.remedy}`);
  }
}

/** Nothing to judge is not success: the command before a pipe may have failed. */
export function checkObjects(inputs: readonly Input[], paths: readonly string[]): void {
  if (inputs.every(({ manifests, problems }) => manifests.length === 0 && problems.length === 0)) {
    const where = paths.map((path) => path === '-' ? 'standard input' : path).join(', ');
    throw new MisuseError(`${where}: no Kubernetes object found; check the path, and the command that writes the manifests`);
  }
}
