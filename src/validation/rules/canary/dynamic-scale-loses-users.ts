import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { actionsIn } from '../../../model/release/steps';
import { usesRouterThat } from '../../router-support';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const dynamicScaleLosesUsers: Rule = {
  id: 'dynamic-scale-loses-users',
  severity: Severity.WARNING,
  summary: 'dynamicStableScale is not combined with setCanaryScale, nor with a service mesh where no request may be lost',
  why: 'the old pods go while proxies still send to them, so that the end of a release gives 503; with setCanaryScale weights may leave 0 to 100',
  remedy: 'leave dynamicStableScale out, and let scaleDownDelaySeconds keep the old pods until the network knows',
  reference: 'argoproj/argo-rollouts#4828',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            dynamicStableScale: true
            steps: [ { setCanaryScale: { replicas: 5 } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { replicas: 5 } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
  },
  check: (rollout, { argoRolloutsVersion }) => {
    const release = readRelease(rollout);
    const canary = canaryIn(release);
    const scaled = actionsIn(canary?.steps ?? [], 'setCanaryScale').length > 0;
    const byProxies = usesRouterThat(release, argoRolloutsVersion, ({ eastWest }) => eastWest);
    return canary?.dynamicStableScale && (scaled || byProxies)
      ? [{ path: `${CANARY}.dynamicStableScale`, value: true, message: scaled ? 'stands beside setCanaryScale' : 'takes old pods away while proxies still send to them' }]
      : [];
  },
};
