import { nameOf } from '../../core/read';
import { RolloutPair } from '../environment';
import { fieldChanges } from '../fields/field-changes';
import { withoutSensitive } from '../fields/secrets';
import { FieldChange } from '../manifest-diff';

/** The fields for which the controller makes pods of a new version. */
export function whyOf({ running, next, release }: RolloutPair): FieldChange[] {
  if (release !== 'starts' || !running || !next) {
    return [];
  }
  const of = next.workload && { of: nameOf(next.workload) };
  return withoutSensitive(fieldChanges(running.effective, next.effective, { ordered: true, at: next.path })).map((change) => ({ ...change, ...of }));
}
