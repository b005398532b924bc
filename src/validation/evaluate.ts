import { Finding } from './finding';
import { ignoredRules } from './ignored';
import { Rule, RuleContext, Violation } from './rule';
import { RULES } from './rules';
import { ARGO_ROLLOUTS_VERSION, isWithin } from '../core/argo-rollouts-version';
import { Manifest } from '../core/manifest';
import { at, given, isRecord, text } from '../core/read';
import { kindOf, ManifestSet } from '../model/manifests/manifest-set';

/** How manifests are judged. */
export interface EvaluateOptions {
  /** One that `versionProblem` finds nothing wrong with. @default ARGO_ROLLOUTS_VERSION */
  readonly argoRolloutsVersion?: string;
  /** The ids of rules that do not count. @default - all count */
  readonly ignore?: readonly string[];
}

/**
 * Judges manifests together. Findings come in the order of the manifests, and for one manifest in that of the
 * rules.
 *
 * @param complete what the caller knows besides of the manifest of a finding
 */
export function evaluate(
  manifests: readonly unknown[], options: EvaluateOptions = {}, complete: (finding: Finding, manifest: Manifest) => Finding = (finding) => finding,
): Finding[] {
  const objects = manifests.filter(isObject);
  const argoRolloutsVersion = options.argoRolloutsVersion ?? ARGO_ROLLOUTS_VERSION;
  const context: RuleContext = { set: new ManifestSet(objects), argoRolloutsVersion };
  const rules = RULES.filter(({ id, argoRollouts }) => (
    !options.ignore?.includes(id) && (argoRollouts === undefined || isWithin(argoRolloutsVersion, argoRollouts))
  ));
  const byKind = rulesByKind(rules);
  return objects.flatMap((object) => {
    const { group, kind } = kindOf(object);
    const ignored = ignoredRules(object);
    const chosen = [...byKind.get(`${group}/${kind}`) ?? [], ...byKind.get(ANY) ?? []];
    return chosen.flatMap((rule) => violationsOf(rule, object, context).map((violation) => (
      complete(findingOf(rule, object, violation, ignored.get(rule.id)), object)
    )));
  });
}

/** A map with a key `toString` cannot be compared with anything; the rule on the forms of fields tells of it. */
function violationsOf(rule: Rule, object: Manifest, context: RuleContext): Violation[] {
  try {
    return rule.check(object, context);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('primitive value')) {
      return [];
    }
    throw error;
  }
}

/** The key of rules that look at every object. */
const ANY = '*';

function rulesByKind(rules: readonly Rule[]): Map<string, Rule[]> {
  const result = new Map<string, Rule[]>();
  for (const rule of rules) {
    const keys = rule.kinds === 'all' ? [ANY] : rule.kinds.map(({ group, kind }) => `${group}/${kind}`);
    for (const key of keys) {
      result.set(key, [...result.get(key) ?? [], rule]);
    }
  }
  return result;
}

function isObject(manifest: unknown): manifest is Manifest {
  return isRecord(manifest) && text(manifest.kind) !== '' && text(manifest.apiVersion) !== '' && isRecord(manifest.metadata);
}

function findingOf(rule: Rule, object: Manifest, violation: Violation, ignoredBecause: string | undefined): Finding {
  const namespace = text(at(object, 'metadata', 'namespace'));
  return {
    rule: rule.id,
    severity: violation.severity ?? rule.severity,
    kind: object.kind,
    ...namespace !== '' && { namespace },
    name: text(at(object, 'metadata', 'name')),
    path: violation.path,
    ...given(violation.value) && { value: violation.value },
    message: violation.message,
    remedy: violation.remedy ?? rule.remedy,
    ...ignoredBecause !== undefined && { ignoredBecause },
  };
}
