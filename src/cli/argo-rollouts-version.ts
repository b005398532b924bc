import { Option } from 'commander';
import { MisuseError } from './misuse';
import { ARGO_ROLLOUTS_VERSION, versionProblem } from '../core/argo-rollouts-version';

/** The option that says which release of Argo Rollouts will run the manifests. */
export function argoRolloutsVersionOption(): Option {
  return new Option('--argo-rollouts-version <version>', 'the release of Argo Rollouts that will run the manifests')
    .default(ARGO_ROLLOUTS_VERSION)
    .argParser(checked);
}

function checked(version: string): string {
  const problem = versionProblem(version);
  if (problem) {
    throw new MisuseError(`--argo-rollouts-version: ${problem.wrong}, got ${version}; ${problem.remedy}`);
  }
  return version;
}
