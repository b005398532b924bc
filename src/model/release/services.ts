import { serviceFields } from './fields';
import { Manifest } from '../../core/manifest';

/** What a Service is for in a release. */
export type ServiceRole = 'active' | 'preview' | 'stable' | 'canary' | 'ping' | 'pong';

/** A Service that a Rollout names. */
export interface ReleaseService {
  readonly role: ServiceRole;
  readonly name: string;
  /** The field that names it. */
  readonly path: string;
}

const ROLES: ReadonlyMap<string, ServiceRole> = new Map(
  (['active', 'preview', 'stable', 'canary', 'ping', 'pong'] as const).map((role) => [`${role}Service`, role]),
);

interface Named {
  readonly services: readonly ReleaseService[];
}

export function readServices(rollout: Manifest): ReleaseService[] {
  return serviceFields(rollout).map(({ value, path }) => ({ role: ROLES.get(path.slice(path.lastIndexOf('.') + 1))!, name: value, path }));
}

/** The Service of a role. */
export function serviceOf({ services }: Named, role: ServiceRole): ReleaseService | undefined {
  return services.find((service) => service.role === role);
}

/** What a Service of the Rollout's namespace is for; several roles where the Rollout names it more than once. */
export function rolesOfService({ services }: Named, name: string): ServiceRole[] {
  return services.filter((service) => service.name === name).map(({ role }) => role);
}

/** Whether users reach the Service while no release is in progress; the others are for testers. */
export function isForUsers(role: ServiceRole): boolean {
  return role !== 'preview' && role !== 'canary';
}
