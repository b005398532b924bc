import { selects } from '../../../core/labels';
import { at, nameOf, namespaceOf, record } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { Severity } from '../../../validation/severity';
import { isKind } from '../../objects/is-kind';
import { podLabels } from '../../template/template-of';
import { Hazard } from '../hazard';

export const serviceLosesPods: Hazard = {
  id: 'service-loses-pods',
  severity: Severity.ERROR,
  summary: 'a Service selects pods by other labels than the running ones have',
  why: 'it changes at once, and pods only by a release: until the new version has taken over the callers get no answer',
  remedy: 'give the pods the new label by a release first, and change the Service when no old pod is left',
  ofObject: ({ old, now, environment }) => {
    if (!old || !now || !isKind(now.manifest, SERVICE)) {
      return [];
    }
    const [before, after] = [old, now].map(({ canonical }) => record(at(canonical, 'spec', 'selector')));
    // Without a selector in Git the controller alone selects.
    const lost = Object.keys(after).length === 0 ? [] : environment.runningBehind(namespaceOf(old.manifest), before)
      .filter((rollout) => rollout.now && !selects(after, podLabels(rollout.running)));
    return lost.map((rollout) => ({
      path: 'spec.selector',
      value: after,
      message: `takes no running pod of ${nameOf(rollout.old!.manifest)}: callers get no answer until ${
        rollout.release === 'starts' && selects(after, podLabels(rollout.next)) ? 'the new version has taken over' : 'pods with these labels run'}`,
    }));
  },
};
