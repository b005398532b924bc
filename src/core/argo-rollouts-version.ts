/** The release of Argo Rollouts that this package is written for and tested with; manifests are judged for it where no other is given. */
export const ARGO_ROLLOUTS_VERSION = '1.10.1';
