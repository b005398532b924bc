import { at, given, nameOf, text } from '../../../core/read';
import { AUTOSCALER, ROLLOUT } from '../../../model/manifests/kinds';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const BY_TARGET = new SetIndex(AUTOSCALER, (scaler) => (
  at(scaler, 'spec', 'scaleTargetRef', 'kind') === ROLLOUT.kind ? [near(scaler, text(at(scaler, 'spec', 'scaleTargetRef', 'name')))] : []
));

export const autoscaledReplicas: Rule = {
  id: 'autoscaled-replicas',
  severity: Severity.WARNING,
  summary: 'a Rollout that an autoscaler scales has no replicas in Git',
  why: 'each apply sets the number of pods back to that of Git, until the autoscaler corrects it',
  remedy: 'leave spec.replicas out',
  reference: 'argoproj/argo-rollouts#3565',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      metadata: { name: app }
      spec: { replicas: 3 }
      ---
      kind: HorizontalPodAutoscaler
      spec:
        scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: app }
        maxReplicas: 9
    `,
    good: `
      kind: Rollout
      metadata: { name: app }
      ---
      kind: HorizontalPodAutoscaler
      spec:
        scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: app }
        maxReplicas: 9
    `,
  },
  check: (rollout, { set }) => {
    const replicas = at(rollout, 'spec', 'replicas');
    const [scaler] = given(replicas) ? BY_TARGET.find(set, near(rollout, text(at(rollout, 'metadata', 'name')))) : [];
    return scaler ? [{ path: 'spec.replicas', value: replicas, message: `is set, though ${nameOf(scaler)} scales the Rollout` }] : [];
  },
};
