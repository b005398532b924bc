import { Manifest } from '../../core/manifest';
import { at, record } from '../../core/read';
import { AUTOSCALER, SCALED_OBJECT } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';
import { near, SetIndex } from '../manifests/set-index';

const INDEXES = [AUTOSCALER, SCALED_OBJECT].map((kind) => new SetIndex(kind, (autoscaler) => {
  const target = targetOf(autoscaler);
  return target.kind === 'Rollout' && typeof target.name === 'string' ? [near(autoscaler, target.name)] : [];
}));

/** What decides on the number of pods of a Rollout, where that is not the Rollout. */
export function autoscalerOf(set: ManifestSet, rollout: Manifest): Manifest | undefined {
  const name = at(rollout, 'metadata', 'name');
  return typeof name === 'string' ? INDEXES.flatMap((index) => index.find(set, near(rollout, name)))[0] : undefined;
}

/** What an autoscaler scales. */
export function targetOf(autoscaler: Manifest): Manifest {
  return record(at(autoscaler, 'spec', 'scaleTargetRef'));
}

/** The number of pods with which a release is simulated. */
export interface AssumedReplicas {
  readonly count: number;
  /** Where the number comes from: the Rollout, the least that an autoscaler keeps, or what the controller takes where nothing is written. */
  readonly from: 'manifest' | 'autoscaler' | 'default';
  /** The most that the autoscaler makes. */
  readonly most?: number;
}

/** With how many pods a release is simulated. */
export function assumedReplicas(set: ManifestSet, rollout: Manifest): AssumedReplicas {
  const written = at(rollout, 'spec', 'replicas');
  const autoscaler = autoscalerOf(set, rollout);
  if (!autoscaler) {
    return typeof written === 'number' ? { count: written, from: 'manifest' } : { count: 1, from: 'default' };
  }
  // An HorizontalPodAutoscaler has the first names, a ScaledObject the second ones.
  const { minReplicas, maxReplicas, minReplicaCount, maxReplicaCount } = record(autoscaler.spec);
  const [least, most] = [minReplicas ?? minReplicaCount, maxReplicas ?? maxReplicaCount];
  return {
    // An autoscaler that finds fewer makes more, and one that finds 0 is off.
    count: written === 0 ? 0 : Math.max(typeof least === 'number' && least > 0 ? least : 1, typeof written === 'number' ? written : 0),
    from: 'autoscaler',
    ...typeof most === 'number' && { most },
  };
}
