import { AUTOSCALER, ROLLOUT } from '../../kinds';
import { at, given, nameOf, namespaceOf, text } from '../../read';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

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
    const scaler = !given(replicas) ? undefined : set.ofKind(AUTOSCALER).find((candidate) => {
      const target = at(candidate, 'spec', 'scaleTargetRef');
      return text(at(target, 'kind')) === 'Rollout' && at(target, 'name') === at(rollout, 'metadata', 'name') && namespaceOf(candidate) === namespaceOf(rollout);
    });
    return scaler ? [{ path: 'spec.replicas', value: replicas, message: `is set, though ${nameOf(scaler)} scales the Rollout` }] : [];
  },
};
