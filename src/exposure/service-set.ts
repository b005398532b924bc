import * as kplus from 'cdk8s-plus-28';
import { RolloutService } from './rollout-service';
import { checkServiceName } from '../core/checks';
import { Problem } from '../core/problems';

/** One Service of a rollout as its user asked for it: passed, or to be created under a name. */
export interface ServiceRequest {
  /** The prop under which it may be passed (`activeService`); its name is set by the same with `Name` behind it. */
  readonly prop: string;
  readonly passed?: kplus.Service;
  readonly name?: string;
  readonly defaultName: string;
}

export function serviceName(request: ServiceRequest): string {
  return request.passed?.name ?? request.name ?? request.defaultName;
}

/** What is wrong with the Services that one rollout asks for, among themselves. */
export function checkServices(requests: ServiceRequest[], routed: boolean): Problem[] {
  const portless = requests.filter(({ passed }) => routed && passed?.ports.length === 0);
  return [
    ...requests.flatMap(checkRequest),
    ...checkDistinct(requests),
    ...portless.map(({ prop, passed }) => ({
      rule: 'ports-present', prop, wrong: `Service ${passed!.name} has no port that a route could lead to`, remedy: 'name its ports',
    })),
  ];
}

/** Returns the passed Services, and creates the others. */
export function createServices(rollout: kplus.Workload, requests: ServiceRequest[], ports: kplus.ServicePort[]): kplus.Service[] {
  return requests.map((request) => request.passed ?? new RolloutService(rollout, request.prop, rollout, {
    metadata: { name: serviceName(request), namespace: rollout.metadata.namespace },
    // The API server would fill in the target.
    ports: ports.map((port) => ({ targetPort: port.port, ...port })),
  }));
}

function checkRequest(request: ServiceRequest): Problem[] {
  if (!request.passed) {
    return request.name === undefined
      ? checkDerivedName(request.defaultName)
      : checkServiceName(`${request.prop}Name`, request.name);
  }
  return request.name === undefined ? [] : [{
    rule: 'passed-or-created',
    prop: `${request.prop}, ${request.prop}Name`,
    wrong: 'a Service is both passed and named for creation',
    got: request.name,
    remedy: `leave out ${request.prop} to have one created, or ${request.prop}Name to use the one passed`,
  }];
}

/** The name of the rollout is checked by itself; what it makes of a Service's name may still be too long, or start with a digit. */
function checkDerivedName(name: string): Problem[] {
  return name.length > 63 || /^[0-9]/.test(name) ? checkServiceName('metadata.name', name) : [];
}

function checkDistinct(requests: ServiceRequest[]): Problem[] {
  const names = requests.map(serviceName);
  const again = names.findIndex((name, index) => names.indexOf(name) !== index);
  return again < 0 ? [] : [{
    rule: 'services-differ',
    prop: `${requests[names.indexOf(names[again])].prop}, ${requests[again].prop}`,
    wrong: 'must be two different Services',
    got: names[again],
    remedy: 'pass two Services, or none to have both created',
  }];
}
