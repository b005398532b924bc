import { KindName } from '../manifests/manifest-set';

/** An object that a Rollout names in its traffic routing. */
export interface NamedObject {
  readonly kind: KindName;
  readonly name: string;
  readonly namespace?: string;
  /** As the Rollout writes the name. */
  readonly written: string;
  /** The field that names it. */
  readonly path: string;
  /** The routes of it that are to be weighted, where the Rollout names some. */
  readonly routes?: { readonly names: readonly string[]; readonly path: string };
}
