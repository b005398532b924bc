import { Manifest } from '../../../core/manifest';
import { at } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { USERS_OF_SERVICES } from '../../../model/release/users-of-services';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { ledTo } from '../callers';
import { isForUsers, rolesOfService } from '../service/roles';

/** How severe it is that nobody comes by a VirtualService or an Ingress any longer: nothing where it led to no release. */
export function severityFor(object: Manifest, environment: Environment): Severity | undefined {
  return severityOf(ledTo(object), environment);
}

/** The same for Services, given as `namespace/name`. */
export function severityOf(services: readonly string[], environment: Environment): Severity | undefined {
  const roles = services.flatMap((key) => {
    const named = USERS_OF_SERVICES.find(environment.before, key).flatMap((rollout) => rolesOfService(rollout, key)).map(isForUsers);
    return named.length > 0 ? named : selectsPods(key, environment) ? [true] : [];
  });
  return roles.length === 0 ? undefined : roles.includes(true) ? Severity.ERROR : Severity.WARNING;
}

/** Whether running pods are behind a Service, given as `namespace/name`. */
export function selectsPods(key: string, environment: Environment): boolean {
  const [namespace, name] = key.split('/');
  const service = environment.before.find(SERVICE, name, namespace || undefined);
  return environment.runningBehind(namespace || undefined, at(service, 'spec', 'selector')).length > 0;
}
