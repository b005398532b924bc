import { Violation } from '../../validation/rule';
import { Severity } from '../../validation/severity';
import { ObjectPair, RolloutPair } from '../environment';

/** One way in which a merge hurts. It reads, never throws on any input, and reports only on the object that it is given. */
export interface Hazard {
  /** Kebab-case, the subject first; never changed once published. */
  readonly id: string;
  /** The most severe that it is. */
  readonly severity: Severity;
  /** What the merge does. */
  readonly summary: string;
  /** What happens in the cluster then. */
  readonly why: string;
  /** What to do, where a violation says nothing closer. */
  readonly remedy: string;
  /** Looks at a Rollout, also at one that differs in nothing. */
  readonly ofRollout?: (pair: RolloutPair) => Violation[];
  /** Looks at any other object that differs. */
  readonly ofObject?: (pair: ObjectPair) => Violation[];
}
