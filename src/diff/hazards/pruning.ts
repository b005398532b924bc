import { Manifest } from '../../core/manifest';
import { at, text } from '../../core/read';

const OPTIONS = ['metadata', 'annotations', 'argocd.argoproj.io/sync-options'];

/** Whether Argo CD leaves an object where it is, or asks a person first. */
export function isKept(manifest: Manifest): boolean {
  return /(^|,)\s*Prune=(false|confirm)\s*(,|$)/.test(text(at(manifest, ...OPTIONS)));
}

/** Whether Argo CD removes an object when all else of the sync is applied and healthy, if at all. */
export function isPrunedLast(manifest: Manifest): boolean {
  return isKept(manifest) || /(^|,)\s*PruneLast=true\s*(,|$)/.test(text(at(manifest, ...OPTIONS)));
}
