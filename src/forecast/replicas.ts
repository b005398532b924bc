import { AssumedReplicas } from './release-forecast';
import { Manifest } from '../core/manifest';
import { at, namespaceOf, record, text } from '../core/read';
import { KindName, ManifestSet } from '../plan/manifest-set';
import { near, SetIndex } from '../plan/set-index';

const AUTOSCALER: KindName = { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' };
const SCALED_OBJECT: KindName = { group: 'keda.sh', kind: 'ScaledObject' };

const keysOf = (manifest: Manifest): string[] => {
  const target = record(at(manifest, 'spec', 'scaleTargetRef'));
  return text(target.kind) === 'Rollout' ? [near(manifest, text(target.name))] : [];
};
const AUTOSCALERS = new SetIndex(AUTOSCALER, keysOf);
const SCALED_OBJECTS = new SetIndex(SCALED_OBJECT, keysOf);

/** With how many pods a release is simulated. */
export function assumedReplicas(set: ManifestSet, rollout: Manifest): AssumedReplicas {
  const written = at(rollout, 'spec', 'replicas');
  if (typeof written === 'number') {
    return { count: written, from: 'manifest' };
  }
  const key = `${namespaceOf(rollout) ?? ''}/${text(at(rollout, 'metadata', 'name'))}`;
  const [autoscaler] = AUTOSCALERS.find(set, key);
  const [scaled] = SCALED_OBJECTS.find(set, key);
  if (!autoscaler && !scaled) {
    return { count: 1, from: 'default' };
  }
  const spec = record((autoscaler ?? scaled).spec);
  const [least, most] = autoscaler ? [spec.minReplicas, spec.maxReplicas] : [spec.minReplicaCount ?? 0, spec.maxReplicaCount];
  return {
    count: typeof least === 'number' && least > 0 ? least : 1,
    from: 'autoscaler',
    ...typeof most === 'number' && { most },
  };
}
