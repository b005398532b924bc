import { Cluster } from './cluster';
import { canonical } from './fields/canonical';
import { writtenByHand } from './fields/written-by-hand';
import { Side } from './pairing/side';
import { Manifest } from '../core/manifest';
import { ManifestSet } from '../plan/manifest-set';
import { evaluate } from '../validation/evaluate';
import { Finding } from '../validation/finding';
import { objectOnce } from '../validation/rules/rollout/object-once';
import { Severity } from '../validation/severity';

/** What the rules find in the new manifests and did not in the old ones; advice is for who writes them. */
export function brokenRules({ before, after, name }: Cluster, { fileOf }: Side): Finding[] {
  const known = new Set(findingsOf(before).map(({ key }) => key));
  const withFile = (finding: Finding, file: string) => name === undefined || file === '' ? finding : { ...finding, file };
  return findingsOf(after).filter(({ key }) => !known.has(key)).map(({ finding, manifest }) => withFile(finding, fileOf(manifest)));
}

interface Found {
  readonly finding: Finding;
  readonly manifest: Manifest;
  /** The same for what is wrong before and after. */
  readonly key: string;
}

function findingsOf({ all }: ManifestSet): Found[] {
  const found: Found[] = [];
  evaluate(all, {}, (finding, manifest) => {
    found.push({ finding, manifest, key: keyOf(finding, manifest) });
    return finding;
  });
  return found.filter(({ finding: { severity } }) => severity !== Severity.ADVICE);
}

/** Without the path: a step or a route before it may be new. An object that stands twice is not compared: that it changes has to be told as well. */
function keyOf({ rule, kind, namespace, name, message }: Finding, manifest: Manifest): string {
  return JSON.stringify([rule, kind, namespace, name, message, rule === objectOnce.id ? canonical(writtenByHand(manifest)) : undefined]);
}
