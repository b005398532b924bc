import { given, isRecord, items, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routesBy, stepsOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const MATCHES = ['exact', 'prefix', 'regex'];

export const headerRouteMatch: Rule = {
  id: 'header-route-match',
  severity: Severity.ERROR,
  summary: 'setHeaderRoute goes with a router that has it, and each header is matched in exactly one way',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'route by Istio, ALB, Apisix or a plugin, and write one of exact, prefix and regex; with ALB exact',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps:
              - setHeaderRoute: { name: testers, match: [ { headerName: x-test, headerValue: { exact: "1", prefix: "1" } } ] }
            trafficRouting:
              managedRoutes: [ { name: testers } ]
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps:
              - setHeaderRoute: { name: testers, match: [ { headerName: x-test, headerValue: { exact: "1" } } ] }
            trafficRouting:
              managedRoutes: [ { name: testers } ]
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => stepsOf(rollout).filter(({ value }) => isRecord(value.setHeaderRoute)).flatMap(({ value, path }): Violation[] => {
    if (!routesBy(rollout, 'istio', 'alb', 'apisix', 'plugins')) {
      return [{ path: `${path}.setHeaderRoute`, message: 'goes with Istio, ALB, Apisix and plugins only' }];
    }
    const alb = routesBy(rollout, 'alb');
    return items(value.setHeaderRoute.match, `${path}.setHeaderRoute.match`).flatMap((match): Violation[] => {
      const ways = MATCHES.filter((way) => given(record(match.value.headerValue)[way]) && record(match.value.headerValue)[way] !== '');
      const wrong = ways.length !== 1 || (alb && ways[0] !== 'exact');
      return wrong ? [{ path: `${match.path}.headerValue`, value: match.value.headerValue, message: alb ? 'is not exact, the only way of ALB' : 'is not matched in exactly one way' }] : [];
    });
  }),
};
