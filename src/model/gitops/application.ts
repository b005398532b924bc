import { Manifest } from '../../core/manifest';
import { at, items, list, Located, text } from '../../core/read';
import { APPLICATION_SET } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';
import { ROLLOUTS_NEAR } from '../release/rollout-indexes';

/** What Argo CD applies and how: an Application, or those that an ApplicationSet makes. */
export interface Application {
  /** The namespace into which it applies objects; left out where it is only known to a generator, or each object says its own. */
  readonly namespace?: string;
  /** The options of a sync, such as `ServerSideApply=true`. */
  readonly syncOptions: readonly Located[];
  /** What it ignores when it compares. */
  readonly ignoreRules: readonly IgnoreRule[];
  /** The field of the ignore rules. */
  readonly ignorePath: string;
}

/** Fields that Argo CD does not compare. */
export interface IgnoreRule {
  readonly kind: string;
  /** The name of the object; left out for all of the kind. */
  readonly name?: string;
  readonly jsonPointers: readonly Located[];
  readonly jqPathExpressions: readonly Located[];
  readonly managedFieldsManagers: readonly unknown[];
  readonly path: string;
}

/** Reads an Application or ApplicationSet. Never throws: a field of another form is as if it were missing. */
export function readApplication(object: Manifest): Application {
  const isSet = object.kind === APPLICATION_SET.kind;
  const [spec, path] = isSet ? [at(object, 'spec', 'template', 'spec'), 'spec.template.spec'] : [at(object, 'spec'), 'spec'];
  const namespace = text(at(spec, 'destination', 'namespace'));
  return {
    ...namespace !== '' && !namespace.includes('{{') && { namespace },
    syncOptions: located(at(spec, 'syncPolicy', 'syncOptions'), `${path}.syncPolicy.syncOptions`),
    ignoreRules: items(at(spec, 'ignoreDifferences'), `${path}.ignoreDifferences`).map(readIgnoreRule),
    ignorePath: `${path}.ignoreDifferences`,
  };
}

/** The option, where a sync has it. */
export function syncOption({ syncOptions }: Application, option: string): Located | undefined {
  return syncOptions.find(({ value }) => value === option);
}

/** The Rollouts that an Application applies, as far as its namespace says. */
export function appliedRollouts(set: ManifestSet, { namespace }: Application): readonly Manifest[] {
  return namespace === undefined ? [] : ROLLOUTS_NEAR.find(set, `${namespace}/`);
}

/** Whether a rule is for an object. */
export function isIgnoreRuleFor(rule: IgnoreRule, object: { readonly kind: string; readonly name?: string }): boolean {
  return [object.kind, '*'].includes(rule.kind) && (rule.name === undefined || rule.name === object.name);
}

function readIgnoreRule({ value, path }: Located): IgnoreRule {
  return {
    kind: text(value.kind),
    ...text(value.name) !== '' && { name: text(value.name) },
    jsonPointers: located(value.jsonPointers, `${path}.jsonPointers`),
    jqPathExpressions: located(value.jqPathExpressions, `${path}.jqPathExpressions`),
    managedFieldsManagers: list(value.managedFieldsManagers),
    path,
  };
}

function located(value: unknown, path: string): Located[] {
  return list(value).map((item, index) => ({ value: item, path: `${path}[${index}]` }));
}
