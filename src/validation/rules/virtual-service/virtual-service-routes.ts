import { given, list } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const EXCLUDED: Record<string, string[]> = {
  redirect: ['route', 'fault', 'rewrite', 'directResponse'],
  directResponse: ['route', 'fault', 'rewrite'],
  delegate: ['route', 'redirect', 'directResponse'],
  mirror: ['mirrors'],
};

const isSet = (value: unknown) => Array.isArray(value) ? value.length > 0 : given(value);

export const virtualServiceRoutes: Rule = {
  id: 'virtual-service-routes',
  severity: Severity.ERROR,
  summary: 'a VirtualService has routes, and each does one thing: it leads somewhere, redirects, answers or delegates',
  why: 'Istio refuses the VirtualService',
  remedy: 'give each route destinations, or one of redirect, directResponse and delegate',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { name: main } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { name: main, redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService): Violation[] => {
    const routes = routesOf(virtualService);
    const http = routesOf(virtualService, 'http');
    if (routes.length === 0) {
      return [{ path: 'spec.http', message: 'there is no route' }];
    }
    return [
      ...http.filter(({ value }) => !['route', 'redirect', 'directResponse', 'delegate'].some((key) => isSet(value[key])))
        .map(({ value, path }) => ({ path, value, message: 'leads nowhere' })),
      ...routesOf(virtualService, 'tls', 'tcp').filter(({ value }) => list(value.route).length === 0).map(({ value, path }) => ({ path, value, message: 'leads nowhere' })),
      ...http.flatMap(({ value, path }) => Object.entries(EXCLUDED).filter(([key]) => isSet(value[key])).flatMap(([key, others]) => (
        others.filter((other) => isSet(value[other])).map((other) => ({ path: `${path}.${other}`, message: `stands beside ${key}` }))
      ))),
    ];
  },
};
