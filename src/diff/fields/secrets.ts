import { Manifest } from '../../core/manifest';
import { record, shown } from '../../core/read';
import { FieldChange } from '../manifest-diff';

const DATA = ['data', 'stringData'];

/** What of a Secret may be told: annotations of some tools hold the whole object. */
const OPEN = /^(apiVersion|type|immutable|metadata\.(name|namespace))$|^metadata\.labels($|[.[])/;

/** Also one that no cluster would take: what it holds is secret all the same. */
const isSecret = ({ kind }: Manifest) => /^secret$/i.test(shown(kind).trim());

/** The maps of a Secret are there on both sides, so that each of their keys is told of by itself. */
export function withBothMaps(manifest: Manifest, canonicalObject: unknown): unknown {
  const object = record(canonicalObject);
  return isSecret(manifest)
    ? Object.assign(Object.create(null), object, Object.fromEntries(DATA.map((key) => [key, object[key] ?? Object.create(null)])))
    : canonicalObject;
}

/** Without the values that nobody may read. */
export function withoutSecrets(manifest: Manifest, changes: readonly FieldChange[]): readonly FieldChange[] {
  return isSecret(manifest)
    ? changes.map((change) => isOpen(change) ? change : { path: change.path, change: change.change, secret: true })
    : changes;
}

function isOpen({ path, old, new: now }: FieldChange): boolean {
  const isText = [old, now].every((value) => typeof value !== 'object');
  return OPEN.test(path) && (isText || path.startsWith('metadata.labels'));
}
