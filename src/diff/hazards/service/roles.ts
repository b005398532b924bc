import { Manifest } from '../../../core/manifest';
import { Located, text } from '../../../core/read';
import { serviceFields } from '../../../model/release/fields';

/** What a Service is for in a release. */
export type Role = 'active' | 'preview' | 'stable' | 'canary' | 'ping' | 'pong';

/** The Services that a Rollout names, by what each is for. */
export function rolesOf(rollout: Manifest): Map<Role, Located> {
  return new Map(serviceFields(rollout).map((field) => [field.path.replace(/^.*\.|Service$/g, '') as Role, field]));
}

/** What a Service, given as `namespace/name`, is for in a Rollout that names it. */
export function rolesOfService(rollout: Manifest, key: string): Role[] {
  return [...rolesOf(rollout)].filter(([, { value }]) => key.endsWith(`/${value}`)).map(([role]) => role);
}

/** Whether users reach the Service when no release is under way. */
export function isForUsers(role: Role): boolean {
  return role !== 'preview' && role !== 'canary';
}

export function serviceIn(roles: Map<Role, Located>, role: Role): string {
  return text(roles.get(role)?.value);
}
