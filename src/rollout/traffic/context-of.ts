import * as kplus from 'cdk8s-plus-28';
import { TrafficContext } from './traffic-context';
import { compact } from '../../core/manifest';
import { serviceName, ServiceRequest } from '../../exposure/service-set';

/** What a traffic layer is told about a rollout; known before its Services are created. */
export function contextOf(rollout: kplus.Workload, requests: ServiceRequest[], ports: kplus.ServicePort[]): TrafficContext {
  return compact({
    rolloutName: rollout.name,
    namespace: rollout.metadata.namespace,
    podLabels: rollout.matchLabels,
    services: requests.map((request) => ({ role: request.role, name: serviceName(request), ports: request.passed?.ports ?? ports })),
  });
}
