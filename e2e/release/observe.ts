import { ReleaseState, RevisionState, RouteState } from '../../src/simulator/release-state';
import { Api, KubernetesObject } from '../cluster/api';

const HASH = 'rollouts-pod-template-hash';
const DEADLINE = 'scale-down-deadline';

/** The objects that a release consists of, as the API server has them. */
export interface ReleaseObjects {
  readonly rollout: KubernetesObject;
  readonly replicaSets: KubernetesObject[];
  readonly services: KubernetesObject[];
  readonly virtualServices: KubernetesObject[];
  readonly destinationRules: KubernetesObject[];
}

export const PATHS = {
  rollouts: (namespace: string) => `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
  replicaSets: (namespace: string) => `/apis/apps/v1/namespaces/${namespace}/replicasets`,
  services: (namespace: string) => `/api/v1/namespaces/${namespace}/services`,
  virtualServices: (namespace: string) => `/apis/networking.istio.io/v1/namespaces/${namespace}/virtualservices`,
  destinationRules: (namespace: string) => `/apis/networking.istio.io/v1/namespaces/${namespace}/destinationrules`,
};

export async function observe(api: Api, namespace: string): Promise<ReleaseObjects> {
  const [rollouts, replicaSets, services, virtualServices, destinationRules] = await Promise.all([
    PATHS.rollouts, PATHS.replicaSets, PATHS.services, PATHS.virtualServices, PATHS.destinationRules,
  ].map((path) => api.list(path(namespace))));
  return { rollout: rollouts[0], replicaSets, services, virtualServices, destinationRules };
}

/** Whether the controller has seen the last change of the Rollout. */
export function isObserved({ rollout }: ReleaseObjects): boolean {
  return rollout?.status?.observedGeneration === String(rollout?.metadata.generation);
}

/** Reads the state off the objects. A deadline is in the clock of the cluster; `toTime` takes it to that of the release. */
export function readState(objects: ReleaseObjects, time: number, toTime: (deadline: string) => number): ReleaseState {
  const { rollout } = objects;
  const revisionOf = new Map(objects.replicaSets.map((set) => [set.metadata.labels[HASH], revision(set)]));
  const find = (hash: string | undefined) => hash === undefined ? null : revisionOf.get(hash) ?? null;
  const strategy = rollout.spec.strategy;
  const istio = strategy.canary?.trafficRouting?.istio;
  const routed = [istio?.virtualService, ...istio?.virtualServices ?? []].filter(Boolean).map(({ name }) => name);
  return {
    time,
    phase: rollout.status.phase,
    // Hashes differ with every change of the example; revisions do not.
    message: (rollout.status.message ?? '').replace(/(?<=-)[0-9a-f]+(?=")/, (hash: string) => `r${find(hash) ?? '?'}`),
    step: rollout.status.currentStepIndex ?? 0,
    steps: strategy.canary?.steps?.length ?? 0,
    revisions: objects.replicaSets.map((set) => readRevision(set, rollout, toTime)).sort((a, b) => a.revision - b.revision),
    services: Object.fromEntries([
      ...sorted(objects.services).map(({ metadata, spec }) => [metadata.name, find(spec.selector?.[HASH])]),
      ...objects.destinationRules.filter(({ metadata }) => metadata.name === istio?.destinationRule?.name).flatMap(({ spec }) => (
        spec.subsets.map(({ name, labels }: any) => [`${spec.host}/${name}`, find(labels?.[HASH])])
      )),
    ]),
    routes: sorted(objects.virtualServices).filter(({ metadata }) => routed.includes(metadata.name)).flatMap(readRoutes),
  };
}

const revision = (set: KubernetesObject): number => Number(set.metadata.annotations['rollout.argoproj.io/revision']);

function readRevision(set: KubernetesObject, rollout: KubernetesObject, toTime: (deadline: string) => number): RevisionState {
  const deadline = set.metadata.annotations[DEADLINE];
  return {
    revision: revision(set),
    roles: readRoles(set.metadata.labels[HASH], rollout.status),
    replicas: set.spec.replicas,
    ready: set.status.readyReplicas ?? 0,
    scaleDownAt: deadline ? toTime(deadline) : null,
  };
}

function readRoles(hash: string, status: any): string[] {
  const { activeSelector, previewSelector } = status.blueGreen ?? {};
  const isBlueGreen = activeSelector !== undefined || previewSelector !== undefined;
  return [
    ...hash === status.stableRS ? ['stable'] : [],
    ...hash === activeSelector ? ['active'] : [],
    ...hash === previewSelector && hash !== activeSelector ? ['preview'] : [],
    ...!isBlueGreen && hash === status.currentPodHash && hash !== status.stableRS ? ['canary'] : [],
  ];
}

/** Weights of each named route; a sole destination has all. Read without the model, which the simulator uses. */
function readRoutes({ metadata, spec }: KubernetesObject): RouteState[] {
  const routes = (spec.http ?? []).filter((route: any) => route.name !== undefined);
  return routes.map((route: any) => ({
    kind: 'VirtualService',
    name: metadata.name,
    route: route.name,
    weights: Object.fromEntries((route.route ?? []).map(({ destination: { host, subset }, weight }: any) => (
      [subset === undefined ? host : `${host}/${subset}`, weight ?? (route.route.length === 1 ? 100 : 0)]
    ))),
  }));
}

function sorted(objects: KubernetesObject[]): KubernetesObject[] {
  return [...objects].sort((a, b) => a.metadata.name < b.metadata.name ? -1 : 1);
}
