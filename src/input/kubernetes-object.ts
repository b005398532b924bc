import { Manifest } from '../core/manifest';
import { isRecord } from '../core/read';

/** Whether a value says what object of Kubernetes it is. */
export function isKubernetesObject(value: unknown): value is Manifest {
  return isRecord(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string' && value.kind !== '';
}
