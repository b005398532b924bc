import { MATCHES } from './header-route-match';
import { given, isRecord, items } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { routesBy, stepsOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const mirrorRouteMatch: Rule = {
  id: 'mirror-route-match',
  severity: Severity.ERROR,
  summary: 'setMirrorRoute goes with Istio or a plugin, and method and path are matched in exactly one way each',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'route by Istio or a plugin, and write one of exact, prefix and regex',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setMirrorRoute: { name: copy, match: [ { path: {} } ] } } ]
            trafficRouting:
              managedRoutes: [ { name: copy } ]
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setMirrorRoute: { name: copy, match: [ { path: { prefix: / } } ] } } ]
            trafficRouting:
              managedRoutes: [ { name: copy } ]
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => stepsOf(rollout).filter(({ value }) => isRecord(value.setMirrorRoute)).flatMap(({ value, path }): Violation[] => {
    const matches = items(value.setMirrorRoute.match, `${path}.setMirrorRoute.match`);
    const router: Violation[] = routesBy(rollout, 'istio', 'plugins') ? [] : [{ path: `${path}.setMirrorRoute`, message: 'goes with Istio and plugins only' }];
    return [...router, ...matches.flatMap((match) => ['method', 'path']
      .filter((part) => isRecord(match.value[part]))
      .filter((part) => MATCHES.filter((way) => given(match.value[part][way]) && match.value[part][way] !== '').length !== 1)
      .map((part): Violation => ({ path: `${match.path}.${part}`, value: match.value[part], message: 'is not matched in exactly one way' })))];
  }),
};
