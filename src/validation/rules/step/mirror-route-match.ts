import { MATCHES } from './header-route-match';
import { given, isRecord, items } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { unsupported } from '../../router-support';
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
  check: (rollout, { argoRolloutsVersion }) => {
    const message = unsupported(readRelease(rollout), argoRolloutsVersion, ({ mirrorRoutes }) => mirrorRoutes);
    return stepsOf(rollout).filter(({ value }) => isRecord(value.setMirrorRoute)).flatMap(({ value, path }): Violation[] => [
      ...message === undefined ? [] : [{ path: `${path}.setMirrorRoute`, message }],
      ...items(value.setMirrorRoute.match, `${path}.setMirrorRoute.match`).flatMap((match) => ['method', 'path']
        .filter((part) => isRecord(match.value[part]))
        .filter((part) => MATCHES.filter((operator) => given(match.value[part][operator]) && match.value[part][operator] !== '').length !== 1)
        .map((part): Violation => ({ path: `${match.path}.${part}`, value: match.value[part], message: 'is not matched in exactly one way' }))),
    ]);
  },
};
