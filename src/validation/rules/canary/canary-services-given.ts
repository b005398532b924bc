import { given, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf, routesBy, routingOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const ALWAYS = ['smi', 'apisix', 'ambassador', 'nginx', 'appMesh', 'traefik'];

export const canaryServicesGiven: Rule = {
  id: 'canary-services-given',
  severity: Severity.ERROR,
  summary: 'a router that splits traffic by Services is given both, the stable and the canary one',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name stableService and canaryService, or with Istio split by a destinationRule',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Ingress
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
      ---
      kind: Ingress
    `,
  },
  check: (rollout) => {
    const canary = canaryOf(rollout) ?? {};
    const swapping = given(canary.pingPong);
    const needed = routesBy(rollout, ...ALWAYS)
      || (routesBy(rollout, 'alb') && !swapping)
      || (routesBy(rollout, 'istio') && !swapping && !given(routingOf(rollout)?.istio.destinationRule));
    return needed ? ['stableService', 'canaryService'].filter((field) => text(canary[field]) === '').map((field) => ({
      path: `${CANARY}.${field}`, message: 'is needed by the traffic router',
    })) : [];
  },
};
