import { readRoutes } from './read-routes';
import { readBlueGreen, readCanary, readRoles, Roles } from './read-strategy';
import { PlannedService, ReleaseStrategy, RolloutPlan } from './rollout-plan';
import { Manifest } from '../../core/manifest';

/** Reads the plan of every Rollout among the manifests, in their order. */
export function readPlans(manifests: Manifest[]): RolloutPlan[] {
  return manifests.filter((manifest) => isKind(manifest, 'argoproj.io', 'Rollout')).map((rollout) => readPlan(rollout, manifests));
}

/** Reads the plan of one Rollout; the others are the manifests among which its Services and routes are found. */
export function readPlan(rollout: Manifest, manifests: Manifest[]): RolloutPlan {
  const { metadata, spec = {} } = rollout;
  const strategy: Manifest = spec.strategy ?? {};
  const near = manifests.filter((manifest) => manifest?.metadata?.namespace === metadata.namespace);
  const virtualServices = manifests.filter((manifest) => isKind(manifest, 'networking.istio.io', 'VirtualService'));
  const roles = withSharedService(readRoles(strategy), strategy, near);
  return {
    name: metadata.name,
    ...metadata.namespace && { namespace: metadata.namespace },
    ...spec.replicas !== undefined && { replicas: spec.replicas },
    selector: spec.selector?.matchLabels ?? {},
    images: imagesOf(spec.template),
    ...spec.workloadRef && { workload: `${spec.workloadRef.kind}/${spec.workloadRef.name}` },
    strategy: strategy.blueGreen ? ReleaseStrategy.BLUE_GREEN : ReleaseStrategy.CANARY,
    ...strategy.blueGreen ? { blueGreen: readBlueGreen(strategy.blueGreen) } : { canary: readCanary(strategy.canary ?? {}) },
    services: roles.services.map(({ name, role }) => readService(name, role, near)),
    routes: readRoutes(rollout, virtualServices, roles),
  };
}

/** With subsets one Service serves both versions; it is the host of the DestinationRule. */
function withSharedService(roles: Roles, strategy: Manifest, near: Manifest[]): Roles {
  const rule = strategy.canary?.trafficRouting?.istio?.destinationRule?.name;
  const found = near.find((manifest) => isKind(manifest, 'networking.istio.io', 'DestinationRule') && manifest.metadata.name === rule);
  const host = String(found?.spec?.host ?? '').split('.')[0];
  const known = roles.services.some(({ name }) => name === host);
  return host === '' || known ? roles : { ...roles, services: [...roles.services, { name: host, role: 'shared' }] };
}

function readService(name: string, role: string, near: Manifest[]): PlannedService {
  const service = near.find((manifest) => manifest.apiVersion === 'v1' && manifest.kind === 'Service' && manifest.metadata.name === name);
  return {
    name,
    role,
    found: service !== undefined,
    selector: service?.spec?.selector ?? {},
    ports: (service?.spec?.ports ?? []).map((port: Manifest) => port.port),
  };
}

function imagesOf(template: Manifest | undefined): Record<string, string> {
  return Object.fromEntries((template?.spec?.containers ?? []).map((container: Manifest) => [container.name, container.image]));
}

function isKind(manifest: Manifest | undefined, group: string, kind: string): boolean {
  return manifest?.kind === kind && String(manifest.apiVersion).startsWith(`${group}/`);
}
