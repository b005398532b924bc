import { compare } from './compare';
import { ReleaseEvent } from '../../src/simulator/events';
import { basicCanary, blueGreen, BOTH, deploy, hostCanary, routedCanary, serviceOf, subsetCanary } from '../../test/simulator/releases';
import { Manifest } from '../../test/util/synth';

const FULL: ReleaseEvent = { promote: { full: true } };
const STEPS = [{ setWeight: 20 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];
const HEADER = { setHeaderRoute: { name: 'header', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } };
const MIRROR = { setMirrorRoute: { name: 'mirror', match: [{ path: { prefix: '/' } }], percentage: 40 } };
const WITH_ROUTES = [{ setWeight: 20 }, HEADER, MIRROR, ...STEPS.slice(1)];
const MANAGED = { trafficRouting: { managedRoutes: [{ name: 'header' }, { name: 'mirror' }] } };
const TLS = { name: 'tls', tlsRoutes: [{ port: 443, sniHosts: ['app.test'] }] };
const TLS_ROUTES = [{ match: [{ port: 443, sniHosts: ['app.test'] }], route: BOTH }];
const ELSEWHERE = { destination: { host: 'elsewhere' } };
const ANNOTATED: ReleaseEvent = { deploy: { template: { metadata: { annotations: { team: 'web' } } } } };

/** The template in a Deployment, to which the Rollout refers. */
function ofWorkload([{ spec: { template, ...spec }, ...rollout }, ...others]: Manifest[]): Manifest[] {
  const reference = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas: 0, selector: spec.selector, template } };
  return [{ ...rollout, spec: { ...spec, workloadRef: reference } }, ...others, deployment];
}

/** By subset, on a route of HTTP and one of TLS. */
function subsetCanaryOnTls(): Manifest[] {
  const [{ spec: { strategy: { canary }, ...spec }, ...rollout }, service, virtualService, destinationRule] = subsetCanary({ steps: STEPS });
  const trafficRouting = structuredClone(canary.trafficRouting);
  trafficRouting.istio.virtualService.tlsRoutes = TLS.tlsRoutes;
  const tls = [{ ...TLS_ROUTES[0], route: virtualService.spec.http[0].route }];
  return [
    { ...rollout, spec: { ...spec, strategy: { canary: { ...canary, trafficRouting } } } }, service, destinationRule,
    { ...virtualService, spec: { ...virtualService.spec, tls } },
  ];
}

const SCENARIOS: Array<[what: string, manifests: Manifest[], events: ReleaseEvent[]]> = [
  [
    'header and mirror routes come and go in all VirtualServices, with the ports and hosts that these have',
    routedCanary({ virtualServices: [{ name: 'one', routes: ['a'] }, { name: 'two' }] }, {
      one: {
        http: [{
          name: 'a',
          timeout: '5s',
          route: [
            { destination: { host: 'stable.ns.svc.cluster.local', port: { number: 80 } }, weight: 100, headers: { response: { set: { a: 'b' } } } },
            { destination: { host: 'canary.ns.svc.cluster.local', port: { number: 80 } }, weight: 0 },
            { ...ELSEWHERE, weight: 0 },
          ],
        }],
      },
      two: { http: [{ route: BOTH }] },
    }, { steps: WITH_ROUTES, ...MANAGED }),
    [deploy(2), 'promote', 'abort', 'retry', FULL, 'undo'],
  ],
  [
    'no header route is made where a VirtualService has no HTTP routes',
    routedCanary({ virtualServices: [{ name: 'one', routes: ['a'] }, TLS] }, { one: { http: [{ name: 'a', route: BOTH }] }, tls: { tls: TLS_ROUTES } },
      { steps: WITH_ROUTES, ...MANAGED }),
    [deploy(2), 'promote', 'abort'],
  ],
  [
    'managed routes of Git are taken away before a VirtualService without HTTP routes, and stay after it',
    routedCanary({ virtualServices: [{ name: 'one' }, TLS, { name: 'two', routes: ['a'] }] }, {
      one: { http: [{ name: 'header', route: [ELSEWHERE] }, { route: BOTH }] },
      tls: { tls: TLS_ROUTES },
      two: { http: [{ name: 'header', route: [ELSEWHERE] }, { name: 'a', route: BOTH }] },
    }, { steps: STEPS, ...MANAGED }),
    [deploy(2), 'abort'],
  ],
  [
    'routes without a name become more with managed routes',
    routedCanary({ virtualService: { name: 'one', routes: ['a'] } }, { one: { http: [{ route: [ELSEWHERE] }, { name: 'a', route: BOTH }, { route: [ELSEWHERE] }] } },
      { steps: STEPS, ...MANAGED }),
    [deploy(2), 'abort'],
  ],
  [
    'the weight of a foreign destination goes',
    routedCanary({ virtualService: { name: 'one' } }, { one: { http: [{ route: [{ ...BOTH[0], weight: 80 }, { ...ELSEWHERE, weight: 10 }, { ...BOTH[1], weight: 10 }] }] } },
      { steps: STEPS }),
    [deploy(2), 'promote'],
  ],
  ['subsets have weights on TLS routes too', subsetCanaryOnTls(), [deploy(2), 'promote', 'abort', 'retry', FULL]],
  [
    'undo to a template that says more does nothing', blueGreen({ autoPromotionEnabled: false }),
    [ANNOTATED, 'promote', 'undo', 'promote', 'undo', { undo: { toRevision: 2 } }, deploy(2), 'promote', { undo: { toRevision: 2 } }],
  ],
  [
    'undo of a workload is not skipped', ofWorkload(hostCanary({ steps: STEPS })),
    [ANNOTATED, FULL, 'undo', 'abort', 'undo', { undo: { toRevision: 1 } }, deploy(2), 'undo'],
  ],
  [
    'a container that is added is updated by its name', [...basicCanary({ steps: STEPS }), serviceOf('all')],
    [
      { deploy: { template: { spec: { containers: [{ name: 'side', image: 'side:1' }] } } } }, FULL, { deploy: { image: 'side:2', container: 'side' } }, 'promote',
      'undo', { undo: { toRevision: 1 } },
    ],
  ],
];

test.concurrent.each(SCENARIOS)('%s', (_, manifests, events) => compare(manifests, events));
