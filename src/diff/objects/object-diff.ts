import { effectOf } from './effect';
import { at, namespaceOf, record, shown, text } from '../../core/read';
import { ObjectPair } from '../environment';
import { fieldChanges } from '../fields/field-changes';
import { withBothMaps, withoutSecrets } from '../fields/secrets';
import { FieldChange, ObjectDiff } from '../manifest-diff';

/** How an object differs that is no Rollout. */
export function objectDiff(pair: ObjectPair): ObjectDiff {
  const { old, now, environment } = pair;
  const { manifest } = (now ?? old)!;
  const namespace = namespaceOf(manifest);
  const fields = fieldsOf(pair);
  const effect = effectOf(pair, fields);
  return {
    kind: text(manifest.kind),
    ...namespace !== undefined && { namespace },
    name: shown(at(manifest, 'metadata', 'name')),
    ...environment.name !== undefined && { deployment: environment.name },
    change: !old ? 'added' : !now ? 'removed' : 'changed',
    fields,
    ...effect !== undefined && { effect },
  };
}

function fieldsOf({ old, now }: ObjectPair): readonly FieldChange[] {
  if (!old || !now) {
    return [];
  }
  const [one, other] = [withBothMaps(old.manifest, old.canonical), withBothMaps(now.manifest, now.canonical)];
  return withoutSecrets(now.manifest, fieldChanges(record(one), record(other)));
}
