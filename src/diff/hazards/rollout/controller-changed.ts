import { at, shown } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

const LABEL = 'argo-rollouts.argoproj.io/controller-instance-id';

export const controllerChanged: Hazard = {
  id: 'controller-changed',
  severity: Severity.WARNING,
  summary: 'a Rollout goes to another instance of the controller',
  why: 'the instance with the old id no longer looks at it; without one of the new id nobody does',
  remedy: 'see that a controller with that id runs before it is merged',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map((placed) => at(placed?.manifest, 'metadata', 'labels', LABEL));
    return old && now && before !== after
      ? [{ path: `metadata.labels["${LABEL}"]`, value: after, message: `another controller takes it over, was ${before === undefined ? 'the one without an id' : shown(before)}` }]
      : [];
  },
};
