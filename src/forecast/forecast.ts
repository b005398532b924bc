import { ReleaseForecast, Unforeseeable } from './release-forecast';
import { Manifest } from '../core/manifest';
import { ManifestSet } from '../plan/manifest-set';

/**
 * What the next release of a Rollout will do.
 *
 * @param running The pod template of the version that runs; the Rollout holds the next one. Left out, the Rollout's own runs, and
 * the next one differs from it in something that does not matter.
 */
export function forecastRelease(_manifests: ManifestSet, _rollout: Manifest, _running?: Manifest): ReleaseForecast | Unforeseeable {
  throw new Error('under way');
}
