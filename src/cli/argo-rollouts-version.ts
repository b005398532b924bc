import { Option } from 'commander';
import { MisuseError } from './misuse';
import { ARGO_ROLLOUTS_VERSION } from '../core/argo-rollouts-version';

/** The option that says which release of Argo Rollouts will run the manifests. */
export function argoRolloutsVersionOption(): Option {
  return new Option('--argo-rollouts-version <version>', 'the release of Argo Rollouts that will run the manifests')
    .default(ARGO_ROLLOUTS_VERSION)
    .argParser(checked);
}

function checked(version: string): string {
  if (!/^v?\d+\.\d+(\.\d+)?([-+].*)?$/.test(version)) {
    throw new MisuseError(`--argo-rollouts-version: is no release, got ${version}; write it as in ${ARGO_ROLLOUTS_VERSION}`);
  }
  return version;
}
