import { AUTOSCALER } from './kinds';
import { KindName, ManifestSet } from './manifest-set';
import { near, SetIndex } from './set-index';
import { Manifest } from '../core/manifest';
import { at, namespaceOf, record, text } from '../core/read';

const SCALED_OBJECT: KindName = { group: 'keda.sh', kind: 'ScaledObject' };

const keysOf = (manifest: Manifest): string[] => {
  const target = record(at(manifest, 'spec', 'scaleTargetRef'));
  return text(target.kind) === 'Rollout' ? [near(manifest, text(target.name))] : [];
};
const AUTOSCALERS = new SetIndex(AUTOSCALER, keysOf);
const SCALED_OBJECTS = new SetIndex(SCALED_OBJECT, keysOf);

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
  const key = `${namespaceOf(rollout) ?? ''}/${text(at(rollout, 'metadata', 'name'))}`;
  const [autoscaler] = AUTOSCALERS.find(set, key);
  const [scaled] = SCALED_OBJECTS.find(set, key);
  if (!autoscaler && !scaled) {
    return typeof written === 'number' ? { count: written, from: 'manifest' } : { count: 1, from: 'default' };
  }
  const spec = record((autoscaler ?? scaled).spec);
  const [least, most] = autoscaler ? [spec.minReplicas, spec.maxReplicas] : [spec.minReplicaCount ?? 0, spec.maxReplicaCount];
  return {
    // An autoscaler that finds fewer makes more, and one that finds 0 is off.
    count: written === 0 ? 0 : Math.max(typeof least === 'number' && least > 0 ? least : 1, typeof written === 'number' ? written : 0),
    from: 'autoscaler',
    ...typeof most === 'number' && { most },
  };
}
