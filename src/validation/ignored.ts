import { Manifest } from '../core/manifest';
import { at, text } from '../core/read';

/** On any object: the rules that do not apply to it, each with a reason, as in `rule-id=reason; other-rule=reason`. */
export const IGNORE_ANNOTATION = 'cdk8s-rollouts/ignore';

/** The reasons for which an object ignores rules, by their ids; one without a reason is not ignored. */
export function ignoredRules(manifest: Manifest): Map<string, string> {
  const entries = text(at(manifest, 'metadata', 'annotations', IGNORE_ANNOTATION)).split(';').map((entry) => {
    const [rule, ...reason] = entry.split('=');
    return [rule.trim(), reason.join('=').trim()] as [string, string];
  });
  return new Map(entries.filter(([rule, reason]) => rule !== '' && reason !== ''));
}
