import { at, text } from '../../../core/read';
import { AUTOSCALER, DEPLOYMENT, ROLLOUT } from '../../../model/manifests/kinds';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const BY_DEPLOYMENT = new SetIndex(ROLLOUT, (rollout) => (
  at(rollout, 'spec', 'workloadRef', 'kind') === DEPLOYMENT.kind ? [near(rollout, text(at(rollout, 'spec', 'workloadRef', 'name')))] : []
));

export const autoscalerTarget: Rule = {
  id: 'autoscaler-target',
  severity: Severity.ERROR,
  summary: 'an autoscaler targets the Rollout, not the Deployment whose template the Rollout takes',
  why: 'the autoscaler would start the pods of the Deployment again, which take users\' requests without any release',
  remedy: 'write scaleTargetRef with apiVersion argoproj.io/v1alpha1, kind Rollout',
  stricterBecause: 'the cluster accepts it',
  kinds: [AUTOSCALER],
  example: {
    bad: `
      kind: HorizontalPodAutoscaler
      spec:
        scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app }
        maxReplicas: 9
      ---
      kind: Deployment
      metadata: { name: app }
      ---
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app }
    `,
    good: `
      kind: HorizontalPodAutoscaler
      spec:
        scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: app }
        maxReplicas: 9
      ---
      kind: Deployment
      metadata: { name: app }
      ---
      kind: Rollout
      metadata: { name: app }
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app }
    `,
  },
  check: (scaler, { set }) => {
    const target = at(scaler, 'spec', 'scaleTargetRef') ?? {};
    const name = text(at(target, 'name'));
    const taken = text(at(target, 'kind')) === DEPLOYMENT.kind && BY_DEPLOYMENT.find(set, near(scaler, name)).length > 0;
    const old = text(at(target, 'kind')) === ROLLOUT.kind && !text(at(target, 'apiVersion')).startsWith(`${ROLLOUT.group}/`);
    return [
      ...taken ? [{ path: 'spec.scaleTargetRef', value: target, message: `scales Deployment ${name}, whose pods a Rollout has taken over` }] : [],
      ...old ? [{ path: 'spec.scaleTargetRef.apiVersion', value: target.apiVersion, message: 'is not that of a Rollout' }] : [],
    ];
  },
};
