import { Manifest } from '../../core/manifest';
import { record } from '../../core/read';
import { SECRET } from '../kinds';
import { FieldChange } from '../manifest-diff';
import { isKind } from '../objects/is-kind';

const DATA = ['data', 'stringData'];

/** What of a Secret may be told: annotations of some tools hold the whole object. */
const OPEN = /^(apiVersion|type|immutable|metadata\.(name|namespace|labels))\b/;

/** The maps of a Secret are there on both sides, so that each of their keys is told of by itself. */
export function withBothMaps(manifest: Manifest, canonicalObject: unknown): unknown {
  const object = record(canonicalObject);
  return isKind(manifest, SECRET)
    ? Object.assign(Object.create(null), object, Object.fromEntries(DATA.map((key) => [key, object[key] ?? Object.create(null)])))
    : canonicalObject;
}

/** Without the values that nobody may read. */
export function withoutSecrets(manifest: Manifest, changes: readonly FieldChange[]): readonly FieldChange[] {
  return isKind(manifest, SECRET)
    ? changes.map((change) => OPEN.test(change.path) ? change : { path: change.path, change: change.change, secret: true })
    : changes;
}
