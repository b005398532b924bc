import { Manifest } from '../../../core/manifest';
import { at } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { USERS_OF_SERVICES } from '../../../model/release/rollout-indexes';
import { isForUsers, rolesOfService } from '../../../model/release/services';
import { serviceKey, ServiceName } from '../../../model/routing/route';
import { servicesOf } from '../../../model/routing/routes';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';

/** How severe it is that nobody comes by a routing object any longer: nothing where it led to no release. */
export function severityFor(object: Manifest, environment: Environment): Severity | undefined {
  return severityOf(servicesOf(object), environment);
}

/** The same for Services. */
export function severityOf(services: readonly ServiceName[], environment: Environment): Severity | undefined {
  const roles = services.flatMap((service) => {
    const rollouts = USERS_OF_SERVICES.find(environment.before, serviceKey(service));
    const named = rollouts.flatMap((rollout) => rolesOfService(readRelease(rollout), service.name)).map(isForUsers);
    return named.length > 0 ? named : selectsPods(service, environment) ? [true] : [];
  });
  return roles.length === 0 ? undefined : roles.includes(true) ? Severity.ERROR : Severity.WARNING;
}

/** Whether running pods are behind a Service. */
export function selectsPods({ name, namespace }: ServiceName, environment: Environment): boolean {
  const service = environment.before.find(SERVICE, name, namespace);
  return environment.runningBehind(namespace, at(service, 'spec', 'selector')).length > 0;
}
