import { at, shown } from '../../../core/read';
import { autoscalerOf } from '../../../model/release/autoscaler';
import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const replicasLeftOut: Hazard = {
  id: 'replicas-left-out',
  severity: Severity.WARNING,
  summary: 'the replicas of a Rollout are taken out of Git',
  why: 'an apply takes the field out of the cluster, and the controller writes 1; an autoscaler begins from there',
  remedy: 'write replicas, or add an autoscaler first and let Argo CD ignore /spec/replicas before the field goes',
  ofRollout: ({ old, now, environment: { after } }) => {
    const [before, next] = [old, now].map((placed) => placed && readRelease(placed.manifest).replicas);
    if (!old || !now || next !== undefined || before === undefined || before < 2) {
      return [];
    }
    const autoscaler = autoscalerOf(after, now.manifest);
    const then = autoscaler ? `, until ${shown(autoscaler.kind)} ${shown(at(autoscaler, 'metadata', 'name'))} makes more` : '';
    return [{ path: 'spec.replicas', message: `is left out, was ${before}: the controller writes 1, and all pods but one go${then}` }];
  },
};
