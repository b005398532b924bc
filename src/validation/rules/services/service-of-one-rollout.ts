import { nameOf } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { near } from '../../../model/manifests/set-index';
import { readRelease } from '../../../model/release/read-release';
import { USERS_OF_SERVICES } from '../../../model/release/rollout-indexes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const serviceOfOneRollout: Rule = {
  id: 'service-of-one-rollout',
  severity: Severity.ERROR,
  summary: 'a Service is named by one Rollout alone',
  why: 'the controller marks a Service as that of the first Rollout, and refuses the other one (InvalidSpec)',
  remedy: 'give each Rollout Services of its own',
  stricterBecause: 'the controller sees it only once it has marked the Service as that of the first Rollout',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      metadata: { name: shop }
      spec:
        strategy:
          blueGreen: { activeService: web }
      ---
      kind: Rollout
      metadata: { name: cart }
      spec:
        strategy:
          blueGreen: { activeService: web }
      ---
      kind: Service
      metadata: { name: web }
    `,
    good: `
      kind: Rollout
      metadata: { name: shop }
      spec:
        strategy:
          blueGreen: { activeService: shop }
      ---
      kind: Rollout
      metadata: { name: cart }
      spec:
        strategy:
          blueGreen: { activeService: cart }
      ---
      kind: Service
      metadata: { name: shop }
      ---
      kind: Service
      metadata: { name: cart }
    `,
  },
  check: (rollout, { set }) => readRelease(rollout).services.flatMap(({ name, path }) => {
    const others = USERS_OF_SERVICES.find(set, near(rollout, name)).filter((other) => other !== rollout);
    return others.length === 0 ? [] : [{ path, value: name, message: `is the Service of ${nameOf(others[0])} too` }];
  }),
};
