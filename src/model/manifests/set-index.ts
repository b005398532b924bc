import { KindName, ManifestSet } from './manifest-set';
import { Manifest } from '../../core/manifest';
import { namespaceOf } from '../../core/read';

/** Finds the manifests of a kind by something that they say; made once for each set, so that no rule looks through all. */
export class SetIndex {
  private readonly known = new WeakMap<ManifestSet, Map<string, Manifest[]>>();

  /** @param keysOf what a manifest is found by; more than once the same counts once */
  public constructor(private readonly kind: KindName, private readonly keysOf: (manifest: Manifest) => readonly string[]) {}

  /** The manifests with that key, in their order. */
  public find(set: ManifestSet, key: string): readonly Manifest[] {
    const index = this.known.get(set) ?? this.make(set);
    this.known.set(set, index);
    return index.get(key) ?? [];
  }

  private make(set: ManifestSet): Map<string, Manifest[]> {
    const index = new Map<string, Manifest[]>();
    for (const manifest of set.ofKind(this.kind)) {
      for (const key of new Set(this.keysOf(manifest))) {
        const same = index.get(key);
        same ? same.push(manifest) : index.set(key, [manifest]);
      }
    }
    return index;
  }
}

/** The key of something in the namespace of a manifest. */
export function near(manifest: Manifest, name: string): string {
  return `${namespaceOf(manifest) ?? ''}/${name}`;
}
