import { answers, foretell } from './foretold';
import { API, PLUGIN, pluginCanary, route } from './gateway-api-manifests';
import { Hop } from '../../src/forecast/release-forecast';
import { blueGreen } from '../simulator/releases';
import { Manifest } from '../util/synth';

const NO_AUTO = { autoPromotionEnabled: false };

const hops = (path: readonly Hop[]) => path.map(({ kind, namespace, name, detail }) => [kind, [namespace, name].filter(Boolean).join('/'), detail].filter(Boolean).join(' '));

const entrance = (manifests: Manifest[], id: string) => foretell(manifests).entrances.find((candidate) => candidate.id === id)!;

describe('a route of the Gateway API', () => {
  test('leads users from its hosts over its Gateway to the active Service', () => {
    const manifests = [...blueGreen(NO_AUTO), route('app', ['active'])];

    const found = entrance(manifests, 'HTTPRoute/app/rules[0]');

    expect(found).toMatchObject({ audience: 'users', hosts: ['app.test'] });
    expect(hops(found.path)).toEqual(['Gateway gateways/edge', 'HTTPRoute app rules[0]']);
    expect(answers(foretell(manifests), found.id)).toEqual(['r1', 'r1', 'r1', 'r2', 'r2']);
  });

  test('leads testers to the preview Service', () => {
    const manifests = [...blueGreen(NO_AUTO), route('preview', ['preview'], { hostnames: ['preview.test'] })];

    expect(entrance(manifests, 'HTTPRoute/preview/rules[0]')).toMatchObject({ audience: 'testers', hosts: ['preview.test'] });
    expect(answers(foretell(manifests), 'HTTPRoute/preview/rules[0]')).toEqual(['r1', '503 (no pods)', 'r2', 'r2', 'r2']);
  });

  test('without hosts has those of the listeners of its Gateway', () => {
    const gateway = {
      apiVersion: API,
      kind: 'Gateway',
      metadata: { name: 'edge', namespace: 'gateways' },
      spec: { listeners: [{ name: 'web', hostname: '*.shop.test' }, { name: 'admin', hostname: 'admin.test' }] },
    };
    const parentRefs = [{ name: 'edge', namespace: 'gateways', sectionName: 'web' }];

    expect(entrance([...blueGreen(), gateway, route('app', ['active'], { hostnames: undefined, parentRefs })], 'HTTPRoute/app/rules[0]').hosts).toEqual(['*.shop.test']);
  });

  test('without hosts and a known Gateway takes all hosts', () => {
    expect(entrance([...blueGreen(), route('app', ['active'], { hostnames: undefined })], 'HTTPRoute/app/rules[0]').hosts).toEqual(['*']);
  });

  test('says which requests a rule takes', () => {
    const match = {
      path: { type: 'PathPrefix', value: '/api' },
      headers: [{ name: 'x-canary', value: 'always' }, { name: 'x-user', type: 'RegularExpression', value: 'a.*' }],
      queryParams: [{ name: 'v', value: '2' }],
      method: 'GET',
    };

    expect(entrance([...blueGreen(), route('app', ['preview'], { match })], 'HTTPRoute/app/rules[0]').match)
      .toBe('path /api*, method GET, x-canary: always, x-user ~ a.*, ?v: 2');
  });

  test('of gRPC says which method a rule takes', () => {
    const match = { method: { service: 'shop.Cart', method: 'Add' } };

    expect(entrance([...blueGreen(), route('app', ['active'], { match }, 'GRPCRoute')], 'GRPCRoute/app/rules[0]').match).toBe('path /shop.Cart/Add');
  });

  test('splits by the weights in Git, which are 1 where they are left out', () => {
    const manifests = [...blueGreen(), route('app', ['active', { name: 'legacy', port: 80, weight: 3 }])];

    expect(answers(foretell(manifests), 'HTTPRoute/app/rules[0]')[0]).toBe('r1 25 %, Service legacy 75 %');
  });

  test('sends copies by its filter', () => {
    const filters = [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'preview', port: 80 }, percent: 10 } }];

    expect(answers(foretell([...blueGreen(NO_AUTO), route('app', ['active'], { filters })]), 'HTTPRoute/app/rules[0]')[2]).toBe('r1, and a copy of 10 % to r2');
  });

  test('of callers in the mesh goes by the name of the Service', () => {
    const manifests = [...blueGreen(), route('app', ['active'], { hostnames: undefined, parentRefs: [{ group: '', kind: 'Service', name: 'active' }] })];
    const found = entrance(manifests, 'HTTPRoute/app/rules[0]');

    expect(found.hosts).toEqual(['active']);
    expect(hops(found.path)[0]).toBe('Gateway mesh sidecars of callers');
  });

  test('to a Service of the same name in another namespace is none of the release', () => {
    const other = route('app', [{ name: 'active', namespace: 'other', port: 80 }]);

    expect(entrance([...blueGreen().map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace: 'shop' } })), other], 'HTTPRoute/app/rules[0]')).toBeUndefined();
  });
});

describe('the plugin of the Gateway API', () => {
  test.each([
    ['httpRoute', { httpRoute: 'app' }],
    ['httpRoutes', { httpRoutes: [{ name: 'app' }] }],
    ['httpRouteSelector', { httpRouteSelector: { matchLabels: { managed: 'yes' } } }],
  ])('writes the weights into the route that %s names', (_, config) => {
    const manifests = [...pluginCanary(config), route('app', ['stable', 'canary'], { labels: { managed: 'yes' } })];

    expect(answers(foretell(manifests), 'HTTPRoute/app/rules[0]').slice(0, 3)).toEqual(['r1', 'r1', 'r1 75 %, r2 25 %']);
  });

  test('leaves the weights of other routes alone', () => {
    const manifests = [...pluginCanary({ httpRoute: 'app' }), route('app', ['stable', 'canary']), route('other', ['stable'], { hostnames: ['other.test'] })];

    expect(answers(foretell(manifests), 'HTTPRoute/other/rules[0]').slice(0, 3)).toEqual(['r1', 'r1', 'r1']);
  });

  test('is called by its name', () => {
    const forecast = foretell([...pluginCanary({ httpRoute: 'app' }), route('app', ['stable', 'canary'])]);

    expect(forecast.splitting).toBe(PLUGIN);
    expect(forecast.notes).toEqual([`users are split by ${PLUGIN}: its weights are foretold, not the objects that hold them`]);
  });
});
