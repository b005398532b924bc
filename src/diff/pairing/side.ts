import { Manifest } from '../../core/manifest';

/** One of the two sides: its environments, and where each object stands. */
export interface Side {
  /** The manifests that are applied together, by environment. */
  readonly environments: readonly Manifest[][];
  /** The file of an object, relative to what was compared; empty where it was no folder. */
  readonly fileOf: (manifest: Manifest) => string;
}

/** An object of a side, in the form by which it is compared. */
export interface Placed {
  readonly manifest: Manifest;
  readonly identity: string;
  readonly file: string;
  readonly folder: string;
  /** The index of its environment. */
  readonly environment: number;
  readonly canonical: unknown;
  /** The same as a text: objects that say the same have the same. */
  readonly json: string;
}

/** An object before and after; one of the two may be missing. */
export interface Pair {
  readonly old?: Placed;
  readonly now?: Placed;
}
