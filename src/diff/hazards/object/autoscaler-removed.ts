import { namespaceOf, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { autoscalerOf, targetOf } from '../../../model/release/autoscaler';
import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { boundOf, scalesRollout } from '../autoscaler-bounds';
import { Hazard } from '../hazard';

export const autoscalerRemoved: Hazard = {
  id: 'autoscaler-removed',
  severity: Severity.WARNING,
  summary: 'the autoscaler of a Rollout goes, and the Rollout says how many pods it has',
  why: 'pods beyond that number go at once, under whatever load there is',
  remedy: 'write as many replicas as there are pods at the busiest hour',
  ofObject: ({ old, now, environment: { after } }) => {
    if (!old || !scalesRollout(old.manifest)) {
      return [];
    }
    const rollout = after.find(ROLLOUT, text(targetOf(old.manifest).name), namespaceOf(old.manifest));
    const { path, value: most } = boundOf(old.manifest, 'most');
    const replicas = rollout && readRelease(rollout).replicas;
    return !rollout || autoscalerOf(after, rollout) || replicas === undefined || typeof most !== 'number' || replicas >= most
      ? []
      : [{ path: now ? 'spec.scaleTargetRef' : path, value: now ? targetOf(now.manifest).name : most, message: `up to ${most} pods of Rollout ${text(targetOf(old.manifest).name)} become ${replicas}` }];
  },
};
