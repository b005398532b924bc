import { given, record, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf, routesBy, routingOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const pingPongServices: Rule = {
  id: 'ping-pong-services',
  severity: Severity.ERROR,
  summary: 'pingPong names two different Services, and goes with Istio, a plugin or an ALB that has a rootService',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name pingService and pongService, two Services, and with ALB the rootService of the Ingress',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            pingPong: { pingService: app, pongService: app }
      ---
      kind: Service
      metadata: { name: app }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            pingPong: { pingService: app-ping, pongService: app-pong }
      ---
      kind: Service
      metadata: { name: app-ping }
      ---
      kind: Service
      metadata: { name: app-pong }
    `,
  },
  check: (rollout) => {
    const canary = canaryOf(rollout) ?? {};
    if (!given(canary.pingPong)) {
      return [];
    }
    const { pingService, pongService } = record(canary.pingPong);
    const missing = Object.entries({ pingService, pongService }).filter(([, name]) => text(name) === '');
    const problems: Violation[] = missing.map(([field]) => ({ path: `${CANARY}.pingPong.${field}`, message: 'is missing' }));
    if (missing.length === 0 && pingService === pongService) {
      problems.push({ path: `${CANARY}.pingPong.pongService`, value: pongService, message: 'is the ping Service too' });
    }
    if (routingOf(rollout) && !routesBy(rollout, 'alb', 'istio', 'plugins')) {
      problems.push({ path: `${CANARY}.pingPong`, message: 'goes with Istio, ALB and plugins only' });
    }
    if (routesBy(rollout, 'alb') && text(routingOf(rollout)?.alb.rootService) === '') {
      problems.push({ path: `${CANARY}.trafficRouting.alb.rootService`, message: 'is needed by pingPong' });
    }
    return problems;
  },
};
