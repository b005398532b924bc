import { given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, routingOf } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { unsupported } from '../../router-support';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const maxTrafficWeightRouter: Rule = {
  id: 'max-traffic-weight-router',
  severity: Severity.ERROR,
  summary: 'maxTrafficWeight stands only with nginx or a plugin',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'take maxTrafficWeight out; weights of other routers are percent',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              maxTrafficWeight: 1000
              smi: {}
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 5 } ]
            trafficRouting:
              maxTrafficWeight: 1000
              plugins: { example/router: {} }
    `,
  },
  check: (rollout, { argoRolloutsVersion }) => {
    const weight = routingOf(rollout)?.maxTrafficWeight;
    const message = unsupported(readRelease(rollout), argoRolloutsVersion, ({ maxTrafficWeight }) => maxTrafficWeight);
    return given(weight) && message !== undefined ? [{ path: `${CANARY}.trafficRouting.maxTrafficWeight`, value: weight, message }] : [];
  },
};
