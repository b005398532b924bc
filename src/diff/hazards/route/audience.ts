import { Manifest } from '../../../core/manifest';
import { at } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { USERS_OF_SERVICES } from '../../../model/release/users-of-services';
import { Severity } from '../../../validation/severity';
import { Cluster } from '../../cluster';
import { ledTo } from '../callers';
import { isForUsers, rolesOfService } from '../service/roles';

/** How severe it is that nobody comes by a VirtualService or an Ingress any longer: nothing where it led to no release. */
export function severityFor(object: Manifest, cluster: Cluster): Severity | undefined {
  return severityOf(ledTo(object), cluster);
}

/** The same for Services, given as `namespace/name`. */
export function severityOf(services: readonly string[], cluster: Cluster): Severity | undefined {
  const roles = services.flatMap((key) => {
    const named = USERS_OF_SERVICES.find(cluster.before, key).flatMap((rollout) => rolesOfService(rollout, key)).map(isForUsers);
    return named.length > 0 ? named : selectsPods(key, cluster) ? [true] : [];
  });
  return roles.length === 0 ? undefined : roles.includes(true) ? Severity.ERROR : Severity.WARNING;
}

/** Whether running pods are behind a Service, given as `namespace/name`. */
export function selectsPods(key: string, cluster: Cluster): boolean {
  const [namespace, name] = key.split('/');
  const service = cluster.before.find(SERVICE, name, namespace || undefined);
  return cluster.runningBehind(namespace || undefined, at(service, 'spec', 'selector')).length > 0;
}
