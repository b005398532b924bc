import { ManifestSet } from '../model/manifests/manifest-set';
import { Release } from '../model/release/release';
import { SimulatorState } from '../simulator/model/state';

/** What is known of a release before it is played. */
export interface ReleaseContext {
  readonly set: ManifestSet;
  readonly release: Release;
  /** The settled deployment of the version that runs. */
  readonly initial: SimulatorState;
}
