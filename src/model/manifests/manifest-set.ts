import { Manifest } from '../../core/manifest';

/** A kind of object, in any version of its group; the group of Services and the like is empty. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** The manifests that are judged together, found by kind, name and namespace. */
export class ManifestSet {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byName = new Map<string, Manifest>();

  public constructor(public readonly all: readonly Manifest[]) {
    for (const manifest of all) {
      const kind = kindOf(manifest);
      const same = this.byKind.get(keyOf(kind));
      same ? same.push(manifest) : this.byKind.set(keyOf(kind), [manifest]);
      const name = nameKey(kind, manifest.metadata?.name, manifest.metadata?.namespace);
      // Of two that have one name, the first; a rule tells of the second.
      this.byName.has(name) || this.byName.set(name, manifest);
    }
  }

  /** All manifests of the kind, in their order. */
  public ofKind(kind: KindName): readonly Manifest[] {
    return this.byKind.get(keyOf(kind)) ?? [];
  }

  /** The object of that name; a namespace that is not written matches only one that is not written either. */
  public find(kind: KindName, name: string, namespace: string | undefined): Manifest | undefined {
    return this.byName.get(nameKey(kind, name, namespace));
  }
}

/**
 * Whether a manifest has that name and namespace. A namespace that is not written is that of whoever applies the manifests, which a
 * written one may be too.
 */
export function isNamed({ name, namespace }: { readonly name: string; readonly namespace?: string }, { metadata }: Manifest): boolean {
  const own = textOf(metadata?.namespace) || undefined;
  return textOf(metadata?.name) === name && (own === namespace || own === undefined || namespace === undefined);
}

/** The kind of a manifest, without its version. */
export function kindOf(manifest: Manifest): KindName {
  const [group, version] = textOf(manifest.apiVersion).split('/');
  return { group: version === undefined ? '' : group, kind: textOf(manifest.kind) };
}

function keyOf({ group, kind }: KindName): string {
  return `${group}/${kind}`;
}

function nameKey(kind: KindName, name: unknown, namespace: unknown): string {
  return `${keyOf(kind)}/${textOf(namespace)}/${textOf(name)}`;
}

/** Manifests come from anybody: a name may be anything. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
