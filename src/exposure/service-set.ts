import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { RolloutService } from './rollout-service';
import { checkServiceName } from '../core/checks/checks';
import { Problem } from '../core/checks/problems';
import { ServiceRole } from '../core/constructs/service-role';
import { Manifest } from '../core/manifest';

const CLIENT_SIDE_APPLY = { 'argocd.argoproj.io/sync-options': 'ServerSideApply=false' };

/** One Service of a rollout as its user asked for it: passed, or to be created under a name. */
export interface ServiceRequest {
  readonly role: ServiceRole;
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

/** What Services need to know of their rollout. */
export interface ServiceOptions {
  readonly ports: kplus.ServicePort[];
  /** Whether the selectors stand in the manifests; those that the controller never touches do always. */
  readonly selectorsInGit?: boolean;
}

/** Returns the passed Services, and creates the others. */
export function createServices(rollout: kplus.Workload, requests: ServiceRequest[], options: ServiceOptions): kplus.Service[] {
  const { ports, selectorsInGit = true } = options;
  // The controller never changes the selector of a Service over all versions.
  const isShared = ({ role }: ServiceRequest) => role === ServiceRole.SHARED;
  const podsOf = (request: ServiceRequest) => selectorsInGit || isShared(request) ? rollout : undefined;
  // A whole server-side apply would drop from the selector what the controller has written there.
  const annotationsOf = (request: ServiceRequest) => selectorsInGit && !isShared(request) ? CLIENT_SIDE_APPLY : undefined;
  return requests.map((request) => request.passed ?? new RolloutService(rollout, request.prop, podsOf(request), {
    metadata: { name: serviceName(request), namespace: rollout.metadata.namespace, annotations: annotationsOf(request) },
    // The API server would fill in the target.
    ports: ports.map((port) => ({ targetPort: port.port, ...port })),
  }));
}

/**
 * A passed Service whose selector asks for a label that the pods lack makes the controller refuse the whole Rollout. One
 * without a selector is fine: the controller then selects by the pod hash alone. Judged on the finished tree, as labels
 * may be added to the Service after it is passed.
 */
export function checkPassedSelectors(requests: ServiceRequest[], podLabels: Record<string, string>): Problem[] {
  return requests.flatMap(({ prop, passed }) => {
    const service = passed?.node.tryFindChild('Resource');
    return ApiObject.isApiObject(service) ? checkSelector(prop, service.toJson(), podLabels) : [];
  });
}

function checkSelector(prop: string, service: Manifest, podLabels: Record<string, string>): Problem[] {
  const selector: Record<string, string> = service.spec?.selector ?? {};
  return Object.entries(selector).filter(([key, value]) => podLabels[key] !== value).map(([key, value]) => ({
    rule: 'service-selects-pods',
    prop,
    wrong: `Service ${service.metadata.name} selects by a label that the pods lack`,
    got: `${key}: ${value}`,
    remedy: 'call select(rollout) on the Service in place of it, or give the pods the label with podMetadata',
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
