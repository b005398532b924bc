import { text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { capabilitiesOf } from '../../../model/routing/capabilities';
import { unsupported } from '../../router-support';
import { Rule } from '../../rule';
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
  check: (rollout, { argoRolloutsVersion }) => {
    const release = readRelease(rollout);
    const canary = canaryIn(release);
    if (!canary?.pingPong) {
      return [];
    }
    const { pingService, pongService } = canary.pingPong;
    const missing = Object.entries({ pingService, pongService }).filter(([, name]) => name === '');
    const message = canary.isRouted ? unsupported(release, argoRolloutsVersion, ({ pingPong }) => pingPong !== 'none') : undefined;
    const rootless = release.routers.filter(({ router, config }) => capabilitiesOf(router).pingPong === 'rootService' && text(config.rootService) === '');
    return [
      ...missing.map(([field]) => ({ path: `${CANARY}.pingPong.${field}`, message: 'is missing' })),
      ...missing.length === 0 && pingService === pongService ? [{ path: `${CANARY}.pingPong.pongService`, value: pongService, message: 'is the ping Service too' }] : [],
      ...message === undefined ? [] : [{ path: `${CANARY}.pingPong`, message }],
      ...rootless.map(({ path }) => ({ path: `${path}.rootService`, message: 'is needed by pingPong' })),
    ];
  },
};
