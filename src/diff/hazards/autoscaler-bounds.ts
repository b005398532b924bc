import { Manifest } from '../../core/manifest';
import { at, given } from '../../core/read';
import { AUTOSCALER, SCALED_OBJECT } from '../../model/manifests/kinds';
import { targetOf } from '../../model/release/autoscaler';
import { isKind } from '../objects/is-kind';

const DEFAULTS: Record<string, number> = { minReplicas: 1, minReplicaCount: 0, maxReplicaCount: 100 };

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
