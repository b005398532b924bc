import { Canary } from '../../model/release/release';
import { available } from '../model/replica-sets';
import { ReplicaSet } from '../model/state';

const EPSILON = 1e-10;

/** Whether a ReplicaSet has the pods that it should have, or as many of them as `replicaProgressThreshold` asks for. */
export function replicaProgressThresholdMet({ replicaProgressThreshold: threshold }: Canary, set: ReplicaSet | undefined, desired: number): boolean {
  if (!threshold || !set || threshold.value < 0) {
    return set !== undefined && set.replicas === desired && available(set) === desired;
  }
  if (threshold.type === 'Percent') {
    return desired === 0 || available(set) * 100 / desired >= threshold.value - EPSILON;
  }
  return available(set) >= threshold.value;
}
