import { Cause, Entrance, Moment, Reach, ReleaseForecast, Share, Target, Wait } from '../../../src/forecast/release-forecast';
import { ReleaseState, RevisionState } from '../../../src/simulator/release-state';

/** A revision's part, or both parts: `{ r1: 70, r2: 30 }`. */
export function shares(parts: { r1?: number; r2?: number }): Share[] {
  return [{ revision: 1, percent: parts.r1 ?? 0 }, { revision: 2, percent: parts.r2 ?? 0 }].filter(({ percent }) => percent > 0);
}

export function pods(revision: number, ready: number, replicas: number, roles: string[] = [], scaleDownAt: number | null = null): RevisionState {
  return { revision, ready, replicas, roles, scaleDownAt };
}

export function state(revisions: RevisionState[], more: Partial<ReleaseState> = {}): ReleaseState {
  return {
    time: 0,
    phase: 'Healthy',
    message: '',
    step: 0,
    steps: 0,
    revisions,
    services: {},
    routes: [],
    ...more,
  };
}

/** A Service whose pods are all of one revision; of none where it is 0. */
export function to(service: string, revision: number, percent: number = 100, subset?: string): Target {
  return { service, percent, revisions: revision === 0 ? [] : [{ revision, percent: 100 }], ...subset && { subset } };
}

export function moment(cause: Cause, users: Share[], at: ReleaseState, reach: Reach[], waitsFor: Wait, more: Partial<Moment> = {}): Moment {
  return { cause, time: at.time, state: at, users, reach, waitsFor, ...more };
}

const ALB = { kind: 'Ingress', name: 'public', namespace: 'istio-system', detail: 'internet-facing ALB' } as const;
const GATEWAY = { kind: 'Gateway', name: 'ingressgateway', namespace: 'istio-system' } as const;

export function entrance(id: string, audience: Entrance['audience'], hosts: string[], virtualService: string, more: Partial<Entrance> = {}): Entrance {
  return {
    id,
    audience,
    hosts,
    path: [ALB, GATEWAY, { kind: 'VirtualService', name: virtualService, namespace: 'app-service', detail: 'backend-routes' }],
    ...more,
  };
}

export const PROMOTE = { command: 'kubectl argo rollouts promote app -n app-service', effect: 'goes on with the release' };

export const VERSIONS = [
  { revision: 1, label: 'app:1.4.2', images: { main: 'registry.example.com/app:1.4.2' } },
  { revision: 2, label: 'app:1.5.0', images: { main: 'registry.example.com/app:1.5.0' } },
];

export function forecast(moments: Moment[], entrances: Entrance[], more: Partial<ReleaseForecast> = {}): ReleaseForecast {
  const total = ({ state: { revisions } }: Moment) => revisions.reduce((sum, { replicas }) => sum + replicas, 0);
  return {
    name: 'app',
    namespace: 'app-service',
    strategy: 'canary',
    splitting: 'Istio, by host',
    replicas: { count: 3, from: 'manifest' },
    versions: VERSIONS,
    entrances,
    moments,
    peakPods: Math.max(...moments.map(total)),
    persons: moments.filter(({ waitsFor }) => waitsFor.kind === 'person').length,
    earliestEnd: moments[moments.length - 1].time,
    notes: [],
    ...more,
  };
}
