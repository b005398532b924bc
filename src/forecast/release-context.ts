import { ManifestSet } from '../model/manifests/manifest-set';
import { Release } from '../model/release/release';
import { Release as SimulatedRelease } from '../simulator/model/release';
import { SimulatorState } from '../simulator/model/state';

/** What is known of a release before it is played. */
export interface ReleaseContext {
  readonly set: ManifestSet;
  readonly release: Release;
  /** The same release as the simulator plays it. */
  readonly simulated: SimulatedRelease;
  /** The settled deployment of the version that runs. */
  readonly initial: SimulatorState;
}
