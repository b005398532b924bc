import { BOTH, deploy, routedCanary, weightsByRoute } from './releases';
import { ReleaseEvent } from '../../src/simulator/events';
import { simulate } from '../../src/simulator/simulate';
import { Manifest } from '../util/synth';

const PAUSED = [{ setWeight: 25 }, { pause: {} }];
const HEADER = { setHeaderRoute: { name: 'managed', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } };
const TLS = [{ match: [{ port: 443, sniHosts: ['app.test'] }], route: BOTH }];
const TCP = [{ match: [{ port: 3306 }], route: BOTH }];
const QUARTER = { stable: 75, canary: 25 };

/** The weights after the events. */
function weightsAfter(manifests: Manifest[], ...events: ReleaseEvent[]): Manifest {
  return weightsByRoute(simulate(manifests, 'app', events).pop()!.state);
}

test('all VirtualServices and all their named routes get the weights', () => {
  const istio = { virtualServices: [{ name: 'one', routes: ['a', 'b'] }, { name: 'two', routes: ['c'] }] };
  const other = { name: 'other', route: [{ destination: { host: 'elsewhere' } }] };
  const virtualServices = { one: { http: [other, { name: 'a', route: BOTH }, { name: 'b', route: BOTH }] }, two: { http: [{ name: 'c', route: BOTH }] } };

  expect(weightsAfter(routedCanary(istio, virtualServices, { steps: PAUSED }), deploy(2))).toEqual({
    one: { other: { elsewhere: 100 }, a: QUARTER, b: QUARTER }, two: { c: QUARTER },
  });
});

test('TLS and TCP routes get the weights by port and host', () => {
  const istio = { virtualService: { name: 'one', tlsRoutes: [{ port: 443, sniHosts: ['app.test'] }], tcpRoutes: [{ port: 3306 }] } };
  const others = { tls: [...TLS, { match: [{ port: 443, sniHosts: ['other.test'] }], route: BOTH }], tcp: [...TCP, { match: [{ port: 5432 }], route: BOTH }] };

  expect(weightsAfter(routedCanary(istio, { one: others }, { steps: PAUSED }), deploy(2))).toEqual({
    one: { 'tls[0]': QUARTER, 'tls[1]': { stable: 100, canary: 0 }, 'tcp[0]': QUARTER, 'tcp[1]': { stable: 100, canary: 0 } },
  });
});

describe('where a VirtualService has no HTTP routes', () => {
  const [http, tls] = [{ name: 'http', routes: ['a'] }, { name: 'tls', tlsRoutes: [{ port: 443, sniHosts: ['app.test'] }] }];
  const managed = { name: 'managed', route: [{ destination: { host: 'stable' } }] };
  const releaseOf = (virtualServices: Manifest[], routes: Manifest[]) => routedCanary(
    { virtualServices }, { http: { http: [...routes, { name: 'a', route: BOTH }] }, tls: { tls: TLS } },
    { steps: [{ setWeight: 25 }, HEADER, { pause: {} }], trafficRouting: { managedRoutes: [{ name: 'managed' }] } },
  );

  test('a step with a header route does not end', () => {
    const states = simulate(releaseOf([http, tls], []), 'app', [deploy(2)]);

    expect(states.pop()!.state).toMatchObject({ phase: 'Progressing', step: 1 });
  });

  test('managed routes of the next ones are not taken away', () => {
    expect(Object.keys(weightsAfter(releaseOf([http, tls], [managed])).http)).toEqual(['a']);
    expect(Object.keys(weightsAfter(releaseOf([tls, http], [managed])).http)).toEqual(['managed', 'a']);
  });
});

test('a destination that belongs to nobody loses its users and goes, and the next one is added once more', () => {
  const [stable, canary] = BOTH;
  const foreign = { destination: { host: 'elsewhere' }, weight: 10 };
  const route = [{ ...stable, weight: 80 }, foreign, { ...canary, weight: 10 }];

  const manifests = routedCanary({ virtualService: { name: 'one', routes: ['a'] } }, { one: { http: [{ name: 'a', route }] } }, { steps: PAUSED });

  expect(weightsAfter(manifests, deploy(2))).toEqual({ one: { a: QUARTER } });
});

test('with managed routes, routes without a name become more each time that a weight is written', () => {
  const other = { route: [{ destination: { host: 'elsewhere' } }] };
  const manifests = routedCanary(
    { virtualService: { name: 'one', routes: ['a'] } }, { one: { http: [other, { name: 'a', route: BOTH }, other] } },
    { steps: PAUSED, trafficRouting: { managedRoutes: [{ name: 'managed' }] } },
  );

  expect(Object.keys(weightsAfter(manifests, deploy(2)).one)).toEqual(['http[0]', 'http[1]', 'a', 'http[3]', 'http[4]']);
});

describe('a release fails at its start when', () => {
  const foreign = { destination: { host: 'elsewhere' }, weight: 10 };

  test.each<[what: string, virtualService: Manifest, routes: Manifest, problem: string]>([
    ['there are several HTTP routes and none is named', {}, { http: [{ route: BOTH }, { route: BOTH }] }, 'spec.http has 2 routes; name those to weight in routes'],
    ['there are several TLS routes and none is named', {}, { tls: [...TLS, ...TLS] }, 'spec.tls has 2 routes; name those to weight in tlsRoutes'],
    ['no TLS route has the port', { tlsRoutes: [{ port: 8443, sniHosts: ['app.test'] }] }, { tls: TLS }, 'No matching TLS routes found in the defined Virtual Service.'],
    ['no TCP route has the port', { tcpRoutes: [{ port: 5432 }] }, { tcp: TCP }, 'No matching TCP routes found in the defined Virtual Service.'],
    ['a TCP route leads to one version only', {}, { tcp: [{ route: [BOTH[0]] }] }, "Service 'canary' not found in route"],
    [
      'taking destinations of others away takes one of its own', {},
      { http: [{ route: [foreign, BOTH[0], { ...foreign, weight: 0 }, foreign, BOTH[1]] }] }, "Service 'canary' not found in route",
    ],
    ['there are no routes', {}, {}, 'it has no routes'],
  ])('%s', (_, virtualService, routes, problem) => {
    const manifests = routedCanary({ virtualService: { name: 'one', ...virtualService } }, { one: routes });

    expect(() => simulate(manifests, 'app', [])).toThrow(`Rollout app is invalid: VirtualService one: ${problem}`);
  });
});
