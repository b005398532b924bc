import { namespaceOf } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const namespaceWritten: Hazard = {
  id: 'namespace-written',
  severity: Severity.ADVICE,
  summary: 'the namespace of a Rollout is written, or no longer',
  why: 'it is the same Rollout only where that is the namespace into which it is applied without one; else it is a second one',
  remedy: 'see that it is the namespace into which it has been applied so far',
  ofRollout: ({ old, now }) => {
    const [before, after] = [old, now].map((placed) => placed && namespaceOf(placed.manifest));
    return old && now && before !== after
      ? [{ path: 'metadata.namespace', value: after, message: after === undefined ? `is left out, was ${before}` : 'is written from now on' }]
      : [];
  },
};
