import * as fc from 'fast-check';
import { Manifest } from '../../test/util/synth';

/** What a release is deployed with besides the Rollout and its Services. */
type Change = (manifests: Manifest[]) => Manifest[];

const BOTH = [{ destination: { host: 'stable' }, weight: 100 }, { destination: { host: 'canary' }, weight: 0 }];
const ELSEWHERE = [{ destination: { host: 'elsewhere' } }];
const TLS = ['app.test', 'other.test'].map((host) => ({ match: [{ port: 443, sniHosts: [host] }], route: BOTH }));
const TCP = [3306, 5432].map((port) => ({ match: [{ port }], route: BOTH }));
const PREFIX = [{ uri: { prefix: '/api' } }];

const SPECS: Record<string, Manifest> = {
  app: { http: [{ name: 'foreign', match: PREFIX, route: ELSEWHERE }, { name: 'main', route: BOTH }, { name: 'other', route: BOTH }], tls: TLS },
  more: { http: [{ route: BOTH }], tcp: TCP },
};
const TARGETS = [
  { name: 'app', routes: ['main', 'other'], tlsRoutes: [{ port: 443, sniHosts: ['app.test'] }] },
  { name: 'more', tcpRoutes: [{ port: 5432 }] },
];

/** Several VirtualServices with several routes, of all protocols, where a release has one with one route. */
const several: Change = (manifests) => manifests.flatMap(({ spec, ...object }) => {
  if (object.kind === 'VirtualService') {
    return Object.entries(SPECS).map(([name, routes]) => ({ ...object, metadata: { name }, spec: { ...spec, ...routes } }));
  }
  return [object.kind === 'Rollout' ? { ...object, spec: withTargets(spec) } : { ...object, spec }];
});

function withTargets({ strategy: { canary }, ...spec }: Manifest): Manifest {
  const trafficRouting = { ...canary.trafficRouting, istio: { virtualServices: TARGETS } };
  return { ...spec, strategy: { canary: { ...canary, trafficRouting } } };
}

/** Releases by host, some of them on several routes. */
export function onSeveralRoutes(releases: fc.Arbitrary<Manifest[]>): fc.Arbitrary<Manifest[]> {
  return fc.tuple(releases, fc.boolean()).map(([manifests, areSeveral]) => areSeveral && isByHost(manifests[0]) ? several(manifests) : manifests);
}

function isByHost({ spec: { strategy: { canary } } }: Manifest): boolean {
  return canary?.stableService !== undefined && canary.trafficRouting !== undefined && !canary.trafficRouting.istio.destinationRule;
}
