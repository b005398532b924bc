import { Side } from './pairing/side';
import { evaluate } from '../validation/evaluate';
import { Finding } from '../validation/finding';
import { Severity } from '../validation/severity';

/** What the rules find in the new manifests and did not in the old ones; advice is for who writes them. */
export function brokenRules(old: Side, now: Side): Finding[] {
  const known = new Set(findingsOf(old).map(keyOf));
  return findingsOf(now).filter((finding) => !known.has(keyOf(finding)));
}

function findingsOf({ deployments }: Side): Finding[] {
  return deployments.flatMap((manifests) => evaluate(manifests)).filter(({ severity }) => severity !== Severity.ADVICE);
}

/** Without the path: a step or a route before it may be new. */
function keyOf({ rule, kind, namespace, name, message }: Finding): string {
  return JSON.stringify([rule, kind, namespace, name, message]);
}
