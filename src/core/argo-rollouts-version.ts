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

/** Whether a release, as in `1.10.1` or `v1.8`, is within a range, as in `<1.9.1` or `>=1.7.0`. A release candidate counts as its release. */
export function isWithin(version: string, range: string): boolean {
  const match = /^(<|>=)(\d+(?:\.\d+)*)$/.exec(range);
  if (!match) {
    throw new Error(`range-form: is no range of releases, got ${range}; write <1.9.1 or >=1.7.0`);
  }
  const below = compare(version, match[2]) < 0;
  return match[1] === '<' ? below : !below;
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.replace(/^v/, '').split(/[.+-]/).map((part) => parseInt(part, 10) || 0));
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
