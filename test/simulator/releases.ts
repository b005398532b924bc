import { describeState } from '../../src/simulator/describe-state';
import { ReleaseEvent } from '../../src/simulator/events';
import { ReleaseState } from '../../src/simulator/release-state';
import { simulate } from '../../src/simulator/simulate';
import { Manifest } from '../util/synth';

const LABELS = { app: 'app' };

/** What a Rollout has besides its strategy. */
export interface RolloutFields {
  readonly replicas?: number;
  readonly [field: string]: unknown;
}

export function rolloutOf(strategy: Manifest, { replicas = 4, ...spec }: RolloutFields = {}): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'app' },
    spec: {
      replicas,
      selector: { matchLabels: LABELS },
      strategy,
      template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'main', image: 'app:1' }] } },
      ...spec,
    },
  };
}

export function serviceOf(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: LABELS, ports: [{ port: 80 }] } };
}

/** A VirtualService with one weighted route. */
export function virtualServiceOf(...destinations: Manifest[]): Manifest {
  const route = destinations.map((destination, index) => ({ destination, weight: index === 0 ? 100 : 0 }));
  return {
    apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'app' }, spec: { hosts: ['app.test'], http: [{ name: 'main', route }] },
  };
}

const ISTIO = { virtualService: { name: 'app', routes: ['main'] } };

export function blueGreen(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  return [
    rolloutOf({ blueGreen: { activeService: 'active', previewService: 'preview', ...strategy } }, fields), serviceOf('active'), serviceOf('preview'),
  ];
}

export function basicCanary(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  return [rolloutOf({ canary: strategy }, fields)];
}

export function hostCanary(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  const { trafficRouting, ...rest } = strategy;
  const canary = { stableService: 'stable', canaryService: 'canary', trafficRouting: { istio: ISTIO, ...trafficRouting }, ...rest };
  return [rolloutOf({ canary }, fields), serviceOf('stable'), serviceOf('canary'), virtualServiceOf({ host: 'stable' }, { host: 'canary' })];
}

/** By host, on any routes of any VirtualServices. */
export function routedCanary(
  istio: Manifest, virtualServices: Record<string, Manifest>, strategy: Manifest = {}, fields: RolloutFields = {},
): Manifest[] {
  const { trafficRouting, ...rest } = strategy;
  const [rollout, stable, canary] = hostCanary({ trafficRouting: { istio, ...trafficRouting }, ...rest }, fields);
  const written = Object.entries(virtualServices).map(([name, routes]) => (
    { ...virtualServiceOf(), metadata: { name }, spec: { hosts: [`${name}.test`], ...routes } }
  ));
  return [rollout, stable, canary, ...written];
}

/** The destinations of a route that leads to both versions. */
export const BOTH = [{ destination: { host: 'stable' }, weight: 100 }, { destination: { host: 'canary' }, weight: 0 }];

export function subsetCanary(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  const destinationRule = { name: 'app', canarySubsetName: 'canary', stableSubsetName: 'stable' };
  const { trafficRouting, ...rest } = strategy;
  const canary = { trafficRouting: { istio: { ...ISTIO, destinationRule }, ...trafficRouting }, ...rest };
  return [
    rolloutOf({ canary }, fields), serviceOf('app'),
    virtualServiceOf({ host: 'app', subset: 'stable' }, { host: 'app', subset: 'canary' }),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'app' },
      spec: { host: 'app', subsets: [{ name: 'stable' }, { name: 'canary' }] },
    },
  ];
}

/** By subset, and with a Service for each version too. */
export function servedSubsetCanary(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  const services = { stableService: 'stable', canaryService: 'canary' };
  return [...subsetCanary({ ...services, ...strategy }, fields), serviceOf('stable'), serviceOf('canary')];
}

export function pingPongCanary(strategy: Manifest = {}, fields: RolloutFields = {}): Manifest[] {
  const { trafficRouting, ...rest } = strategy;
  const pingPong = { pingService: 'ping', pongService: 'pong' };
  const canary = { pingPong, trafficRouting: { istio: ISTIO, ...trafficRouting }, ...rest };
  return [rolloutOf({ canary }, fields), serviceOf('ping'), serviceOf('pong'), virtualServiceOf({ host: 'ping' }, { host: 'pong' })];
}

/** An event, and the lines that describe the release once it has settled. */
export type Play = [event: ReleaseEvent | 'deployed', ...lines: string[]];

/** Plays the events, and holds each state to its lines. */
export function expectPlays(manifests: Manifest[], plays: Play[]): void {
  const simulated = simulate(manifests, 'app', plays.slice(1).map(([event]) => event as ReleaseEvent));
  expect(simulated.map(({ event, state }) => [event, ...describeState(state)])).toEqual(plays);
}

export const deploy = (version: number): ReleaseEvent => ({ deploy: { image: `app:${version}` } });

/** The weights of all routes, by object and route. */
export function weightsByRoute({ routes }: ReleaseState): Record<string, Record<string, Record<string, number>>> {
  const all: Record<string, Record<string, Record<string, number>>> = {};
  routes.forEach(({ name, route, weights }) => all[name] = { ...all[name], [route]: weights });
  return all;
}
