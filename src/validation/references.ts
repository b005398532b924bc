import { Violation, RuleContext } from './rule';
import { Severity } from './severity';
import { Manifest } from '../core/manifest';
import { given, isRecord, items, Located, namespaceOf, record, text } from '../core/read';
import { findTemplate } from '../model/analysis/find-template';
import { KindName } from '../model/manifests/manifest-set';

/**
 * Reports names for which there is no manifest. It may stand in another folder; but where others that the same object
 * names are there, the release is meant to be complete.
 */
export function missing(context: RuleContext, object: Manifest, kind: KindName, names: Located[]): Violation[] {
  const isThere = ({ value }: Located) => context.set.find(kind, text(value), namespaceOf(object)) !== undefined;
  const absent = names.filter((name) => !isThere(name));
  return absent.map(({ value, path }) => ({
    path,
    value,
    message: `${kind.kind} ${text(value)} is not among the manifests`,
    ...absent.length < names.length && { severity: Severity.ERROR },
  }));
}

/** The templates that an analysis names, with those that they name in turn, each once. */
export function templatesOf(context: RuleContext, rollout: Manifest, references: unknown): Manifest[] {
  const found = new Set<Manifest>();
  const visit = (more: unknown) => items(more, '').forEach(({ value }) => {
    const template = findTemplate(context.set, rollout, value);
    if (template && !found.has(template)) {
      found.add(template);
      visit(record(template.spec).templates);
    }
  });
  visit(references);
  return [...found];
}

/** Whether something else than the run itself gives an argument its value. */
export function hasValue(argument: unknown): boolean {
  return isRecord(argument) && (given(argument.value) || given(argument.valueFrom));
}
