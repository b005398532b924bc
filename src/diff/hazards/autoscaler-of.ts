import { Manifest } from '../../core/manifest';
import { at, given, record } from '../../core/read';
import { AUTOSCALER } from '../../plan/kinds';
import { KindName, ManifestSet } from '../../plan/manifest-set';
import { near, SetIndex } from '../../plan/set-index';
import { isKind } from '../objects/is-kind';

const SCALED_OBJECT: KindName = { group: 'keda.sh', kind: 'ScaledObject' };

const DEFAULTS: Record<string, number> = { minReplicas: 1, minReplicaCount: 0, maxReplicaCount: 100 };

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

/** Whether it is an autoscaler of a Rollout. */
export function scalesRollout(object: Manifest): boolean {
  return (isKind(object, AUTOSCALER) || isKind(object, SCALED_OBJECT)) && targetOf(object).kind === 'Rollout';
}

/** The most or least pods that an autoscaler makes, and the field that says so. */
export function boundOf(autoscaler: Manifest, bound: 'most' | 'least'): { readonly path: string; readonly value: unknown } {
  const isKeda = isKind(autoscaler, SCALED_OBJECT);
  const field = bound === 'most' ? (isKeda ? 'maxReplicaCount' : 'maxReplicas') : isKeda ? 'minReplicaCount' : 'minReplicas';
  const written = at(autoscaler, 'spec', field);
  return { path: `spec.${field}`, value: given(written) ? written : DEFAULTS[field] };
}
