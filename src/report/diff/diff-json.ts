import { ManifestDiff } from '../../diff/manifest-diff';
import { jsonText } from '../json';

/** What `diff --format json` prints. */
export function diffJson(diff: ManifestDiff): string {
  return jsonText(diff);
}
