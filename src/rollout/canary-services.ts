import { CanaryRolloutProps } from './canary-rollout-props';
import { CanaryServices } from './traffic/traffic-router';
import type { RolloutSpecStrategyCanary } from '../../imports/argoproj.io';
import { Problem } from '../core/checks/problems';
import { ServiceRole } from '../core/constructs/service-role';
import { Wire } from '../core/constructs/wire';
import { ServiceRequest } from '../exposure/service-set';

type Roles = Pick<Wire<RolloutSpecStrategyCanary>, 'stableService' | 'canaryService' | 'pingPong'>;

/**
 * How the Services of a canary rollout take part in a release. `shared` is one Service over the pods of all versions;
 * `shared-canary` has one of the new version beside it, without a say in the users' traffic.
 */
export type CanaryServiceRoles = 'stable-canary' | 'ping-pong' | 'shared' | 'shared-canary';

export function serviceRoles(props: CanaryRolloutProps): CanaryServiceRoles {
  if (props.pingPong) {
    return 'ping-pong';
  }
  if (props.traffic) {
    return props.traffic.capabilities.services === CanaryServices.PAIR ? 'stable-canary' : 'shared';
  }
  return props.canaryService || props.canaryServiceName ? 'shared-canary' : 'shared';
}

/** The Services that a canary rollout asks for, the stable (or ping) one first. */
export function serviceRequests(name: string, props: CanaryRolloutProps): ServiceRequest[] {
  const stable = { role: ServiceRole.STABLE, prop: 'stableService', passed: props.stableService, name: props.stableServiceName, defaultName: name };
  const canary = { role: ServiceRole.CANARY, prop: 'canaryService', passed: props.canaryService, name: props.canaryServiceName, defaultName: `${name}-canary` };
  switch (serviceRoles(props)) {
    case 'stable-canary': return [stable, canary];
    case 'shared-canary': return [{ ...stable, role: ServiceRole.SHARED }, canary];
    case 'shared': return [{ ...stable, role: ServiceRole.SHARED }];
    case 'ping-pong': return [
      { role: ServiceRole.PING, prop: 'pingService', passed: props.pingPong?.pingService, name: props.pingPong?.pingServiceName, defaultName: `${name}-ping` },
      { role: ServiceRole.PONG, prop: 'pongService', passed: props.pingPong?.pongService, name: props.pingPong?.pongServiceName, defaultName: `${name}-pong` },
    ];
  }
}

/** How the Rollout names its Services. */
export function renderServiceRoles(roles: CanaryServiceRoles, [first, second]: string[]): Roles {
  switch (roles) {
    case 'stable-canary': return { stableService: first, canaryService: second };
    case 'ping-pong': return { pingPong: { pingService: first, pongService: second } };
    case 'shared-canary': return { canaryService: second };
    case 'shared': return {};
  }
}

/** Services that the layout has no role for would be ignored without a word. */
export function checkServiceRoles(props: CanaryRolloutProps): Problem[] {
  const roles = serviceRoles(props);
  const unused = [
    ...roles === 'ping-pong' ? ['stableService', 'stableServiceName'] as const : [],
    ...roles === 'ping-pong' || roles === 'shared' ? ['canaryService', 'canaryServiceName'] as const : [],
  ];
  return unused.filter((key) => props[key] !== undefined).map((key) => ({
    rule: 'service-without-role',
    prop: key,
    wrong: roles === 'ping-pong' ? 'a rollout with pingPong has no stable and no canary Service' : 'this traffic router uses one Service for both versions',
    remedy: roles === 'ping-pong' ? 'set pingPong.pingService and pingPong.pongService instead' : `leave ${key} out`,
  }));
}
