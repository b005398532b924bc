import { readRelease } from '../../../model/release/read-release';
import { TemplateSource } from '../../../model/release/release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const templateSourceSwitched: Hazard = {
  id: 'template-source-switched',
  severity: Severity.WARNING,
  summary: 'a Rollout takes its pod template from elsewhere',
  why: 'a release starts unless both templates are equal; a workload that is named keeps pods of its own unless it has none, and one that is no longer named is not scaled up again',
  remedy: 'merge it by itself with the same template, and see to the replicas of the workload',
  ofRollout: ({ old, now }) => {
    if (!old || !now) {
      return [];
    }
    const [before, after] = [old, now].map(({ manifest }) => readRelease(manifest).template);
    return sourceOf(before) === sourceOf(after) ? [] : [{
      path: 'spec.workloadRef',
      ...after.kind === 'workload' && { value: after.reference },
      message: `the pod template comes from ${sourceOf(after)}, no longer from ${sourceOf(before)}`,
    }];
  },
};

function sourceOf(template: TemplateSource): string {
  return template.kind === 'workload' ? `${template.workloadKind} ${template.name}` : 'the Rollout itself';
}
