import { given, isRecord, items, Located, record } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { capabilitiesOf, RouterCapabilities } from '../../../model/routing/capabilities';
import { unsupported } from '../../router-support';
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
  check: (rollout, { argoRolloutsVersion }) => {
    const release = readRelease(rollout);
    const message = unsupported(release, argoRolloutsVersion, ({ headerRoutes }) => headerRoutes !== 'none');
    const strict = release.routers.map(({ router }) => capabilitiesOf(router, argoRolloutsVersion)).find(({ headerRoutes }) => headerRoutes === 'exact');
    return stepsOf(rollout).filter(({ value }) => isRecord(value.setHeaderRoute)).flatMap(({ value, path }): Violation[] => (
      message === undefined
        ? items(value.setHeaderRoute.match, `${path}.setHeaderRoute.match`).flatMap((match) => checkMatch(match, strict))
        : [{ path: `${path}.setHeaderRoute`, message }]
    ));
  },
};

function checkMatch({ value, path }: Located, strict: RouterCapabilities | undefined): Violation[] {
  const operators = MATCHES.filter((operator) => given(record(value.headerValue)[operator]) && record(value.headerValue)[operator] !== '');
  const isWrong = operators.length !== 1 || (strict && operators[0] !== 'exact');
  return isWrong ? [{
    path: `${path}.headerValue`, value: value.headerValue, message: strict ? `is not exact, the only way of ${strict.title}` : 'is not matched in exactly one way',
  }] : [];
}
