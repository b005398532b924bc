import { given, items, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, routingOf, stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const managedRouteDeclared: Rule = {
  id: 'managed-route-declared',
  severity: Severity.ERROR,
  summary: 'each route of setHeaderRoute and setMirrorRoute is named in trafficRouting.managedRoutes',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'add its name to trafficRouting.managedRoutes',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setHeaderRoute: { name: testers } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setHeaderRoute: { name: testers } } ]
            trafficRouting:
              managedRoutes: [ { name: testers } ]
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => {
    const routing = routingOf(rollout);
    const known = items(routing?.managedRoutes, `${CANARY}.trafficRouting.managedRoutes`).map(({ value }) => value.name);
    return (routing ? stepsOf(rollout) : [])
      .flatMap(({ value, path }) => ['setHeaderRoute', 'setMirrorRoute'].map((action) => ({ value: value[action], path: `${path}.${action}` })))
      .filter(({ value }) => given(value) && !known.includes(value.name))
      .map(({ value, path }) => ({ path: `${path}.name`, value: value.name, message: `is none of the managed routes${known.length > 0 ? `, which are ${known.map(text).join(', ')}` : ''}` }));
  },
};
