import { isRecord, Located } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const canaryScaleKeepsPods: Rule = {
  id: 'canary-scale-keeps-pods',
  severity: Severity.WARNING,
  summary: 'setCanaryScale with matchTrafficWeight: true comes after a weight',
  why: 'at weight 0 it takes the last pod of the new version away: tests by host or header get 503 until the pods of the next weight are ready',
  remedy: 'move the step behind the next setWeight, or scale to the pods of that weight with setCanaryScale.weight first',
  reference: 'argoproj/argo-rollouts#3501',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { replicas: 1 } }, { pause: {} }, { setCanaryScale: { matchTrafficWeight: true } }, { setWeight: 20 } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { replicas: 1 } }, { pause: {} }, { setWeight: 20 }, { setCanaryScale: { matchTrafficWeight: true } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => {
    const steps = stepsOf(rollout);
    return steps
      .filter(({ value }, index) => value.setCanaryScale?.matchTrafficWeight === true && givePodsAlone(steps.slice(0, index)))
      .map(({ value, path }) => ({ path: `${path}.setCanaryScale`, value: value.setCanaryScale, message: 'leaves the new version without a pod' }));
  },
};

/** Whether steps end with pods for the new version, and no weight. */
function givePodsAlone(steps: readonly Located[]): boolean {
  const before = steps.map(({ value }) => value).reverse();
  const { setWeight = 0 } = before.find((step) => typeof step.setWeight === 'number') ?? {};
  const scale = before.find((step) => isRecord(step.setCanaryScale))?.setCanaryScale;
  return setWeight === 0 && (scale?.replicas > 0 || scale?.weight > 0);
}
