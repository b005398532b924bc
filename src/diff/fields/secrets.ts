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
  return isSecret(manifest) ? hidden(changes, (change) => !isOpen(change)) : withoutSensitive(changes);
}

/** The same of objects that are no Secrets: the name of a variable, or of a key of data, may say that its value is one. */
export function withoutSensitive(changes: readonly FieldChange[]): readonly FieldChange[] {
  return hidden(changes, isSensitive);
}

function hidden(changes: readonly FieldChange[], isHidden: (change: FieldChange) => boolean): readonly FieldChange[] {
  return changes.map((change) => isHidden(change) ? { path: change.path, change: change.change, secret: true } : change);
}

/** The address of an image without the user and password before it. */
export function withoutCredentials(image: string): string {
  return image.replace(CREDENTIALS, '$1');
}

/** What a variable or a key of data that holds a secret is called. */
const SENSITIVE = /pass(word|wd|phrase)|secret|token|credential|(api|private|access)[-_]?key|connection[-_]?string|dockerconfig/i;

/** Within the address of an image or a server: `user:password@`. */
const CREDENTIALS = /^([a-z]{1,16}:\/\/)?[^\s/@:]{1,200}:[^\s/@]{1,200}@(?!sha256:)/i;

function isSensitive({ path, old, new: now }: FieldChange): boolean {
  const [, variable, key] = /\benv\[([^\]]{1,300})\](?:\.value)?$|^(?:data|binaryData)(?:\.|\[")([^\]]{1,300})/.exec(path.slice(-600)) ?? [];
  const name = variable ?? key;
  return (name !== undefined && SENSITIVE.test(name)) || [old, now].some((value) => typeof value === 'string' && CREDENTIALS.test(value));
}

function isOpen({ path, old, new: now }: FieldChange): boolean {
  const isText = [old, now].every((value) => typeof value !== 'object');
  return OPEN.test(path) && (isText || path.startsWith('metadata.labels'));
}
