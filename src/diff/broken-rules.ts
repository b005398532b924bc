import { Cluster } from './cluster';
import { Side } from './pairing/side';
import { ManifestSet } from '../plan/manifest-set';
import { evaluate } from '../validation/evaluate';
import { Finding } from '../validation/finding';
import { Severity } from '../validation/severity';

/** What the rules find in the new manifests and did not in the old ones; advice is for who writes them. */
export function brokenRules({ before, after, name }: Cluster, { fileOf }: Side): Finding[] {
  const known = new Set(findingsOf(before).map(keyOf));
  const withFile = (finding: Finding, file: string) => name === undefined || file === '' ? finding : { ...finding, file };
  return findingsOf(after, (finding, manifest) => withFile(finding, fileOf(manifest))).filter((finding) => !known.has(keyOf(finding)));
}

function findingsOf({ all }: ManifestSet, complete?: Parameters<typeof evaluate>[2]): Finding[] {
  return evaluate(all, {}, complete).filter(({ severity }) => severity !== Severity.ADVICE);
}

/** Without the path: a step or a route before it may be new. */
function keyOf({ rule, kind, namespace, name, message }: Finding): string {
  return JSON.stringify([rule, kind, namespace, name, message]);
}
