import { isWithin } from './version-range';

/** The release of Argo Rollouts that this package is written for and tested with; manifests are judged for it where no other is given. */
export const ARGO_ROLLOUTS_VERSION = '1.10.1';

/** The oldest release whose fields and behaviour are known; of an older one nothing could be said. */
export const OLDEST_ARGO_ROLLOUTS_VERSION = '1.6.0';

/** What is wrong with the release for which manifests are to be judged; nothing where it can be. */
export function versionProblem(version: string): { readonly wrong: string; readonly remedy: string } | undefined {
  const isKnown = /^v?\d+\.\d+(\.\d+)?([-+].*)?$/.test(version) && isWithin(version, `>=${OLDEST_ARGO_ROLLOUTS_VERSION}`);
  return isKnown ? undefined : {
    wrong: `must be a release of Argo Rollouts from ${minor(OLDEST_ARGO_ROLLOUTS_VERSION)} on; ${minor(OLDEST_ARGO_ROLLOUTS_VERSION)} to ${minor(ARGO_ROLLOUTS_VERSION)} are known`,
    remedy: `write it as in ${ARGO_ROLLOUTS_VERSION}`,
  };
}

function minor(version: string): string {
  return version.replace(/\.\d+$/, '');
}
