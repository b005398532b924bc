import { entrance, forecast, moment, pods, PROMOTE, shares, state, to, VERSIONS } from './forecasts';
import { forecastAll, isForecast } from '../../../src/forecast/forecast';
import { Moment, Reach, ReleaseForecast } from '../../../src/forecast/release-forecast';
import { ReleaseState, RevisionState } from '../../../src/simulator/release-state';
import { golden } from '../../forecast/foretold';
import { Manifest } from '../../util/synth';

/** Blue-green with manual promotion, behind an ALB and a Gateway. */
export function blueGreen(): ReleaseForecast {
  return behindAlb('shop', {});
}

/** A canary with weights in a VirtualService behind the same; it waits for a person at each weight. */
export function canary(weights: readonly number[] = [30], more: Partial<ReleaseForecast> = {}): ReleaseForecast {
  return { ...behindAlb('api', { steps: weights.flatMap((setWeight) => [{ setWeight }, { pause: {} }]) }), ...more };
}

/** A canary that waits and is analysed at each of eight weights. */
export function longCanary(): ReleaseForecast {
  const steps = [5, 10, 20, 30, 45, 60, 75, 90].flatMap((setWeight, index) => [
    { setWeight },
    index % 2 === 0 ? { pause: { duration: '10m' } } : { analysis: { templates: [{ templateName: 'success-rate' }] } },
  ]);
  const metric = { name: 'rate', interval: '30s', count: 5, provider: { job: {} } };
  const template = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'success-rate', namespace: 'app-service' }, spec: { metrics: [metric] } };
  return behindAlb('api', { steps }, [template]);
}

/** A canary with an experiment at each of nine weights. */
export function experiments(): ReleaseForecast {
  const experiment = { duration: '5m', templates: [{ name: 'compared', specRef: 'canary' }] };
  return behindAlb('api', { steps: [10, 20, 30, 40, 50, 60, 70, 80, 90].flatMap((setWeight) => [{ setWeight }, { experiment }]) });
}

/** A canary whose pauses last long, and not even minutes. */
export function slowCanary(): ReleaseForecast {
  return behindAlb('api', { steps: [1, 2, 5, 10, 20, 40, 60, 80, 90].flatMap((setWeight) => [{ setWeight }, { pause: { duration: '1h18m30s' } }]) });
}

/** A canary behind an Ingress, whose controller splits the requests by weights that no object of the release shows. */
export function behindNginx(): ReleaseForecast {
  const before = state([pods(1, 4, 4, ['stable'])], { services: { 'app': 1, 'app-canary': 1 } });
  const split = state([pods(1, 4, 4, ['stable']), pods(2, 1, 1, ['canary'])], { services: { 'app': 1, 'app-canary': 2 } });
  const reach = (revision: number, weight: number): Reach[] => [{ entrance: 'ingress', targets: [to('app', 1, 100 - weight), to('app-canary', revision, weight)] }];
  return forecast([
    moment({ kind: 'before' }, shares({ r1: 100 }), before, reach(1, 0), { kind: 'nothing' }),
    moment({ kind: 'pods' }, shares({ r1: 75, r2: 25 }), split, reach(2, 25), { kind: 'person' }, { goOn: PROMOTE }),
  ], [entrance('ingress', 'users', ['app.example.com'], 'app', { path: [{ kind: 'Ingress', name: 'app', detail: 'nginx' }] })], { splitting: 'nginx' });
}

function behindAlb(name: string, changed: Manifest, others: Manifest[] = []): ReleaseForecast {
  const manifests = golden('eks').map((manifest) => manifest.kind !== 'Rollout' || !manifest.spec.strategy.canary ? manifest : {
    ...manifest, spec: { ...manifest.spec, strategy: { canary: { ...manifest.spec.strategy.canary, ...changed } } },
  });
  const found = forecastAll([...manifests, ...others]).find((candidate) => candidate.name === name);
  if (!found || !isForecast(found)) {
    throw new Error(`nothing is foretold of ${name}`);
  }
  return { ...found, versions: VERSIONS };
}

const MESH = { kind: 'VirtualService', name: 'app', namespace: 'app-service' } as const;
const HOSTS = ['app.app-service.svc.cluster.local', 'app', 'app.example.com'];

/** A canary whose testers come by a header, with copies of requests, and half of the users without answers at one moment. */
export function headerRoute(): ReleaseForecast {
  const before = headerState('Healthy', 4, 1, []);
  const goBack = { command: 'kubectl argo rollouts abort app', effect: 'all users back on r1', users: shares({ r1: 100 }), reach: headerReach(0, 1, false), state: before };
  const step = (cause: Moment['cause'], users: ReturnType<typeof shares>, at: ReleaseState, reach: Reach[], wait: Moment['waitsFor'], more = {}) => (
    moment(cause, users, at, reach, wait, { goBack, ...more })
  );
  const analysis = { kind: 'analysis', templates: ['success-rate', 'latency'], what: 'step' } as const;
  const old = shares({ r1: 100 });
  return forecast([
    moment({ kind: 'before' }, old, before, headerReach(0, 1, false), { kind: 'nothing' }),
    step({ kind: 'commit' }, old, headerState('Progressing', 0, 1, [pods(2, 0, 1, ['canary'])]), headerReach(0, 1, false), { kind: 'pods', revision: 2, count: 1 }),
    step({ kind: 'pods' }, old, headerState('Paused', 2, 2, [pods(2, 1, 1, ['canary'])]), headerReach(0, 2, true), { kind: 'person' }, { step: 'pause', goOn: PROMOTE }),
    step({ kind: 'person', command: PROMOTE.command }, shares({ r1: 50 }), headerState('Progressing', 3, 2, [pods(2, 0, 2, ['canary'])]), headerReach(50, 0, true),
      { ...analysis, seconds: 300 }, { step: 'analysis success-rate, latency' }),
    step(analysis, shares({ r2: 100 }), headerState('Healthy', 4, 2, [pods(2, 4, 4, ['stable'])], 300), headerReach(100, 2, false), { kind: 'nothing' }),
  ], [
    entrance('users', 'users', HOSTS, 'app', { path: [{ ...MESH, detail: 'mesh' }] }),
    entrance('header', 'testers', HOSTS, 'app', { path: [{ ...MESH, detail: 'canary-preview' }], match: 'x-canary: always' }),
  ], { splitting: 'Istio, by subset', replicas: { count: 4, from: 'autoscaler', most: 20 }, name: 'app-header' });
}

function headerReach(weight: number, revision: number, header: boolean): Reach[] {
  const users = [to('app', 1, 100 - weight, 'stable'), to('app', revision, weight, 'canary')];
  return [
    { entrance: 'users', targets: users, ...weight === 50 && { mirror: to('app', 2, 10, 'canary') } },
    ...header ? [{ entrance: 'header', targets: [to('app', revision, 100, 'canary')] }] : [],
  ];
}

function headerState(phase: string, step: number, canaryOf: number, more: RevisionState[], time = 0): ReleaseState {
  return state([pods(1, 4, 4, ['stable']), ...more], {
    phase, step, time, steps: 4, services: { 'app': null, 'app/stable': 1, 'app/canary': canaryOf },
  });
}

/** Names as long as Kubernetes allows, and more hosts than anyone reads. */
export function longNames(): ReleaseForecast {
  const name = 'payments-reconciliation-worker-with-a-very-long-name-preview';
  const plain = canary([5, 10, 20, 30, 45, 60, 75, 90], { name, namespace: 'team-payments-production-europe-west' });
  const hosts = Array.from({ length: 12 }, (_, index) => `tenant-${index + 1}.payments-reconciliation.internal.example.com`);
  const many = hosts.slice(0, 5).map((host, index) => entrance(`tenant-${index}`, 'users', [host, ...hosts.slice(6)], `${name}-${index}`));
  return {
    ...plain,
    entrances: [...plain.entrances, ...many],
    moments: plain.moments.map((one) => ({ ...one, reach: [...one.reach, ...many.map(({ id }) => ({ ...one.reach[0], entrance: id }))] })),
    versions: plain.versions.map((version) => ({ ...version, label: `payments-reconciliation-worker:${version.revision}.0.0-rc.20240101-abcdef0` })),
    notes: ['the autoscaler may add pods while the release runs', 'step 4 waits for an analysis that never ends by itself'],
  };
}
