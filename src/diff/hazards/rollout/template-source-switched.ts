import { at, isRecord, record, text } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { Placed } from '../../pairing/side';
import { Hazard } from '../hazard';

export const templateSourceSwitched: Hazard = {
  id: 'template-source-switched',
  severity: Severity.WARNING,
  summary: 'a Rollout takes its pod template from elsewhere',
  why: 'a release starts unless both templates are equal; a workload that is named keeps pods of its own unless it has none, and one that is no longer named is not scaled up again',
  remedy: 'merge it by itself with the same template, and see to the replicas of the workload',
  ofRollout: ({ old, now }) => {
    const [before, after] = [sourceOf(old), sourceOf(now)];
    return old && now && before !== after
      ? [{ path: 'spec.workloadRef', value: at(now.manifest, 'spec', 'workloadRef'), message: `the pod template comes from ${after}, no longer from ${before}` }]
      : [];
  },
};

function sourceOf(placed: Placed | undefined): string {
  const reference = at(placed?.manifest, 'spec', 'workloadRef');
  return isRecord(reference) ? `${text(record(reference).kind)} ${text(record(reference).name)}` : 'the Rollout itself';
}
