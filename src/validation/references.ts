import { Violation, RuleContext } from './rule';
import { Severity } from './severity';
import { Manifest } from '../core/manifest';
import { given, isRecord, Located, namespaceOf, text } from '../core/read';
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

/** Whether something else than the run itself gives an argument its value. */
export function hasValue(argument: unknown): boolean {
  return isRecord(argument) && (given(argument.value) || given(argument.valueFrom));
}
