import { answers, foretell, golden, NO_ENTRY_POINT, story } from './foretold';
import { pluginCanary, route } from './gateway-api-manifests';
import { sharesText, usersText } from '../../src/report/forecast/phrases';
import { basicCanary, blueGreen, hostCanary, pingPongCanary, rolloutOf, serviceOf, subsetCanary } from '../simulator/releases';
import { Manifest } from '../util/synth';

const TWO_PAUSES = [{ setWeight: 25 }, { pause: {} }, { setWeight: 75 }, { pause: {} }];

function ingress(service: string, ...others: string[]): Manifest {
  const rules = [service, ...others].map((name, index) => ({
    host: index === 0 ? 'app.test' : `app-${index}.test`, http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'use-annotation' } } } }] },
  }));
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'public' }, spec: { ingressClassName: 'alb', rules } };
}

function virtualService(http: Manifest[]): Manifest {
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'app' }, spec: { hosts: ['app.test'], http } };
}

const users = (manifests: Manifest[]) => foretell(manifests).moments.map((moment) => usersText(moment));

describe('the users of a canary without a router', () => {
  test('are on the pods of the Service to which their Ingress leads', () => {
    const canary = { stableService: 'stable', canaryService: 'canary', maxUnavailable: 0, steps: TWO_PAUSES };
    const forecast = foretell([...basicCanary(canary), serviceOf('stable'), serviceOf('canary'), ingress('stable')]);

    expect(story(forecast)).toEqual([
      'before: Healthy, r1, then nothing',
      'commit: Progressing, r1, then pods',
      'pods: Paused, r1, then person',
      'person: Progressing, r1, then pods',
      'pods: Paused, r1, then person',
      'person: Progressing, r1, then pods',
      'pods: Healthy, r2, then nothing',
    ]);
    expect(answers(forecast, 'public/app.test/')).toEqual(['r1', 'r1', 'r1', 'r1', 'r1', 'r1', 'r2']);
    expect(forecast.notes).toEqual([]);
  });

  test('are on all pods where a Service of all pods is the entry point', () => {
    expect(users([...basicCanary({ maxUnavailable: 0, steps: TWO_PAUSES }), serviceOf('all'), ingress('all')]).slice(1, 4)).toEqual(['r1', 'r1 75 %, r2 25 %', 'r1 75 %, r2 25 %']);
  });

  test('have the share of the pods where no entry point is found, and a note says so', () => {
    const forecast = foretell([...basicCanary({ maxUnavailable: 0, steps: TWO_PAUSES })]);

    expect(sharesText(forecast.moments[2].users)).toBe('r1 75 %, r2 25 %');
    expect(forecast.notes).toEqual([NO_ENTRY_POINT]);
  });
});

describe('the users of an ALB', () => {
  const alb = { ingress: 'public', rootService: 'root', servicePort: 80 };

  test('are split by the weights between the Services of a ping-pong pair', () => {
    const canary = { pingPong: { pingService: 'ping', pongService: 'pong' }, trafficRouting: { alb }, steps: [{ setWeight: 50 }, { pause: {} }] };
    const manifests = [rolloutOf({ canary }), serviceOf('ping'), serviceOf('pong'), serviceOf('root'), ingress('root')];

    expect(users(manifests)).toEqual(['r1', 'r1', 'r1 50 %, r2 50 %', 'r1 50 %, r2 50 %', 'r2', 'r2']);
    expect(answers(foretell(manifests), 'public/app.test/')).toEqual(['r1', 'r1', 'r1 50 %, r2 50 %', 'r1 50 %, r2 50 %', 'r2', 'r2']);
  });

  test('are split where the Ingress leads to a root Service that selects no pods', () => {
    const canary = { stableService: 'stable', canaryService: 'canary', trafficRouting: { alb }, steps: [{ setWeight: 25 }, { pause: {} }] };
    const root = { ...serviceOf('root'), spec: { ports: [{ port: 80 }] } };

    expect(users([rolloutOf({ canary }), serviceOf('stable'), serviceOf('canary'), root, ingress('root')]).slice(1, 3)).toEqual(['r1', 'r1 75 %, r2 25 %']);
  });

  test('come by the weighted backend, although another host stands before it', () => {
    const canary = { stableService: 'stable', canaryService: 'canary', trafficRouting: { alb: { ingress: 'public', servicePort: 80 } }, steps: [{ setWeight: 25 }, { pause: {} }] };

    expect(users([rolloutOf({ canary }), serviceOf('stable'), serviceOf('canary'), serviceOf('all'), ingress('all', 'stable')]).slice(1, 3)).toEqual(['r1', 'r1 75 %, r2 25 %']);
  });
});

describe('the users of a blue-green release', () => {
  const manual = blueGreen({ autoPromotionEnabled: false });

  test('are on all pods where their Ingress leads to a third Service', () => {
    expect(users([...manual, serviceOf('all'), ingress('all')])).toEqual(['r1', 'r1', 'r1 50 %, r2 50 %', 'r1 50 %, r2 50 %', 'r2']);
  });

  test('are on both versions where their route splits to the preview Service', () => {
    const split = virtualService([{ route: [{ destination: { host: 'active' }, weight: 90 }, { destination: { host: 'preview' }, weight: 10 }] }]);

    expect(users([...manual, split])).toEqual(['r1', 'r1 90 %, 503 10 %', 'r1 90 %, r2 10 %', 'r2', 'r2']);
  });

  test('are on the active Service where no entry point is found', () => {
    const forecast = foretell(manual);

    expect(forecast.moments.map((moment) => usersText(moment))).toEqual(['r1', 'r1', 'r1', 'r2', 'r2']);
    expect(forecast.notes).toEqual([NO_ENTRY_POINT]);
  });

  test('are not looked for at entry points of testers', () => {
    const preview = virtualService([{ route: [{ destination: { host: 'preview' } }] }]);

    expect(foretell([...manual, preview]).notes).toEqual([NO_ENTRY_POINT]);
  });

  test('are partly elsewhere where their route sends them to Services of others too', () => {
    const split = virtualService([{ route: [{ destination: { host: 'active' }, weight: 90 }, { destination: { host: 'legacy' }, weight: 10 }] }]);
    const forecast = foretell([...manual, split]);

    expect(forecast.moments.map(({ elsewhere }) => elsewhere)).toEqual([10, 10, 10, 10, 10]);
    expect(usersText(forecast.moments[0])).toBe('r1 90 %, other Services 10 %');
    expect(forecast.moments[2].goOn!.effect).toBe('90 % of the users on r2, 10 % on other Services');
    expect(forecast.notes).toEqual([]);
  });

  test('come by a route for all requests rather than by one for some', () => {
    const http = [{ match: [{ uri: { prefix: '/all' } }], route: [{ destination: { host: 'all' } }] }, { route: [{ destination: { host: 'active' } }] }];

    expect(users([...manual, serviceOf('all'), virtualService(http)])).toEqual(['r1', 'r1', 'r1', 'r2', 'r2']);
  });
});

test('a route without hosts and without a root has no entry point, yet its weights are known', () => {
  const [rollout, stable, canary, own] = hostCanary({ steps: [{ setWeight: 25 }, { pause: {} }] });
  const forecast = foretell([rollout, stable, canary, { ...own, spec: { http: own.spec.http } }]);

  expect(usersText(forecast.moments[2])).toBe('r1 75 %, r2 25 %');
  expect(forecast.notes).toEqual([NO_ENTRY_POINT]);
});

test('nothing splits the users by a router that Argo Rollouts does not have', () => {
  const canary = { stableService: 'stable', canaryService: 'canary', trafficRouting: { gatewayAPI: { httpRoute: 'app' } }, steps: [{ setWeight: 50 }, { pause: {} }] };
  const forecast = foretell([rolloutOf({ canary }), serviceOf('stable'), serviceOf('canary'), route('app', ['stable', 'canary'])]);

  expect(forecast.splitting).toBe('no traffic router');
  expect(forecast.notes).toContain('trafficRouting names no router of Argo Rollouts: nothing splits the users');
});

test.each([
  ['blue-green', golden('blue-green')],
  ['canary', golden('canary')],
  ['canary-east-west', golden('canary-east-west')],
  ['eks', golden('eks')],
  ['a ping-pong pair', pingPongCanary()],
  ['subsets', subsetCanary({ steps: [{ setWeight: 25 }, { pause: {} }] })],
  ['the Gateway API', [...pluginCanary({ httpRoute: 'app' }), route('app', ['stable', 'canary'])]],
])('the users and the row of their entry point say the same: %s', (_, manifests) => {
  const { entrances, moments } = foretell(manifests);
  const { id } = entrances.find(({ audience }) => audience === 'users')!;

  expect(moments.map((moment) => usersText(moment))).toEqual(answers({ moments } as ReturnType<typeof foretell>, id));
});
