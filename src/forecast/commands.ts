import { Release } from '../simulator/model/release';

/** `kubectl argo rollouts promote app -n shop`. */
export function commandOf({ name, namespace }: Release, verb: string): string {
  return `kubectl argo rollouts ${verb} ${name}${namespace === undefined ? '' : ` -n ${namespace}`}`;
}
