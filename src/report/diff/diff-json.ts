import { ManifestDiff } from '../../diff/manifest-diff';

/** What `diff --format json` prints. */
export function diffJson(diff: ManifestDiff): string {
  return `${JSON.stringify(diff, undefined, 2)}\n`;
}
