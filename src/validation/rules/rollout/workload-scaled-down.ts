import { ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const workloadScaledDown: Rule = {
  id: 'workload-scaled-down',
  severity: Severity.WARNING,
  summary: 'a Rollout that scales its Deployment down on success has no postPromotionAnalysis',
  why: 'the Deployment is never scaled down: its pods go on serving users beside those of the Rollout',
  remedy: 'use scaleDown: progressively, or do without postPromotionAnalysis for the first release',
  reference: 'argoproj/argo-rollouts#4681',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app, scaleDown: onsuccess }
        strategy:
          blueGreen: { activeService: app, postPromotionAnalysis: { templates: [ { templateName: errors } ] } }
      ---
      kind: Deployment
      ---
      kind: Service
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
    `,
    good: `
      kind: Rollout
      spec:
        workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app, scaleDown: progressively }
        strategy:
          blueGreen: { activeService: app, postPromotionAnalysis: { templates: [ { templateName: errors } ] } }
      ---
      kind: Deployment
      ---
      kind: Service
      ---
      kind: AnalysisTemplate
      metadata: { name: errors }
    `,
  },
  check: (rollout) => {
    const { template, analyses } = readRelease(rollout);
    const afterwards = analyses.some(({ position }) => position === 'postPromotion');
    return template.kind === 'workload' && template.scaleDown === 'onsuccess' && afterwards
      ? [{ path: 'spec.workloadRef.scaleDown', value: template.scaleDown, message: 'never happens beside postPromotionAnalysis' }]
      : [];
  },
};
