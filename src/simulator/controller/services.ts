import { Pass, View } from './pass';
import { available, isAvailable } from '../model/replica-sets';
import { Hash } from '../model/status';

export function switchSelector(pass: Pass, name: string, hash: Hash): void {
  const service = pass.service(name);
  if (service.hash !== hash || !service.managed) {
    pass.writeService(name, hash);
  }
}

/**
 * Points a Service at a ReplicaSet. With `checked`, it waits for one available pod, and for all pods where the controller has
 * not written the Service before.
 */
export function ensureServiceTargets(pass: Pass, name: string | undefined, set: View | undefined, checked: boolean): void {
  if (!name || !set || pass.service(name).hash === set.hash) {
    return;
  }
  const isReady = (pass.service(name).managed || isAvailable(set)) && available(set) > 0;
  if (!checked || isReady) {
    switchSelector(pass, name, set.hash);
  }
}
