import { at, given, items } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf, routesBy, routingOf, stepsOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const needsTrafficRouting: Rule = {
  id: 'needs-traffic-routing',
  severity: Severity.ERROR,
  summary: 'scaleDownDelaySeconds, dynamicStableScale, setCanaryScale and weights of experiments stand only where a router splits traffic',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'add trafficRouting, or take the field out',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { replicas: 1 } } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 20 } ]
    `,
  },
  check: (rollout) => {
    const canary = canaryOf(rollout) ?? {};
    const weights = stepsOf(rollout)
      .flatMap(({ value, path }) => items(at(value, 'experiment', 'templates'), `${path}.experiment.templates`))
      .filter(({ value }) => given(value.weight) && !routesBy(rollout, 'smi', 'alb', 'istio', 'plugins'))
      .map(({ value, path }): Violation => ({ path: `${path}.weight`, value: value.weight, message: 'goes with SMI, ALB, Istio and plugins only' }));
    if (routingOf(rollout)) {
      return weights;
    }
    return [
      ...given(canary.scaleDownDelaySeconds) ? [{ path: `${CANARY}.scaleDownDelaySeconds`, value: canary.scaleDownDelaySeconds }] : [],
      ...canary.dynamicStableScale === true ? [{ path: `${CANARY}.dynamicStableScale`, value: true }] : [],
      ...stepsOf(rollout).filter(({ value }) => given(value.setCanaryScale)).map(({ path }) => ({ path: `${path}.setCanaryScale` })),
    ].map((place): Violation => ({ ...place, message: 'goes with trafficRouting only' })).concat(weights);
  },
};
