import { ReleaseForecast, Unforeseeable } from '../forecast/release-forecast';
import { Finding } from '../validation/finding';

/** What merging new manifests over old ones does in the cluster. Plain JSON, as `diff` prints it. */
export interface ManifestDiff {
  /** The Rollouts that are added, removed or changed in any way, those that start a release first. */
  readonly rollouts: readonly RolloutDiff[];
  /** All other objects that are added, removed or changed; they take effect when they are applied. */
  readonly objects: readonly ObjectDiff[];
  /** What would be refused, or hurt a release or its users, and the rules that the new manifests break and the old ones did not; the most severe first. */
  readonly hazards: readonly Finding[];
  /** How many objects are the same on both sides. */
  readonly unchanged: number;
}

/** What became of an object. */
export type Change = 'added' | 'removed' | 'changed';

/** An object that differs. */
export interface ObjectDiff {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** The folder or file of the deployment, where there are several of the same objects; relative to what was compared. */
  readonly deployment?: string;
  readonly change: Change;
  /** What differs, where the object is on both sides. */
  readonly fields: readonly FieldChange[];
  /** What it does at once, as a sentence without a final period; left out where nothing is known. */
  readonly effect?: string;
}

/** A Rollout that differs, or whose pods do. */
export interface RolloutDiff {
  readonly name: string;
  readonly namespace?: string;
  readonly deployment?: string;
  readonly change: Change;
  /**
   * Whether pods of a new version start: `starts` by the plan of the release; `first` all at once, without steps and pauses, as
   * nothing runs yet; `none` no pod starts.
   */
  readonly release: 'starts' | 'first' | 'none';
  /** What the release is for: the fields of the pod template that differ, whoever holds it. */
  readonly why: readonly FieldChange[];
  /** The containers whose images differ, of those in `why`. */
  readonly images: readonly ImageChange[];
  /** What takes effect when it is applied, whether a release starts or not. */
  readonly atOnce: readonly FieldChange[];
  /** What differs in how releases go: steps, promotion, analyses, delays. */
  readonly plan: readonly FieldChange[];
  /** Labels, annotations and all else that no controller acts on. */
  readonly other: readonly FieldChange[];
  /** What the release will do; left out where none starts. */
  readonly forecast?: ReleaseForecast | Unforeseeable;
}

/** The image of a container. */
export interface ImageChange {
  readonly container: string;
  /** Left out where the container is new. */
  readonly old?: string;
  /** Left out where the container goes. */
  readonly new?: string;
}

/** A field that differs. */
export interface FieldChange {
  /** From the root of the object, list items by their names: `spec.template.spec.containers[app].image`. */
  readonly path: string;
  /** The object that holds it as `Kind name`, where it is another than the one it is told of. */
  readonly of?: string;
  /** `moved` where a list has the same items in another order, and the order counts. */
  readonly change: Change | 'moved';
  /** The value before; left out where there was none, and where it is secret. Of a moved list the names in their order. */
  readonly old?: unknown;
  /** The value now; left out where there is none, and where it is secret. */
  readonly new?: unknown;
  /** Whether the values are not told. */
  readonly secret?: true;
  /** What it does, as a sentence without a final period; left out where nothing is known. */
  readonly effect?: string;
}
