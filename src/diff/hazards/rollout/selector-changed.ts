import { at, given } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { fieldChanges } from '../../fields/field-changes';
import { Hazard } from '../hazard';

export const selectorChanged: Hazard = {
  id: 'selector-changed',
  severity: Severity.ERROR,
  summary: 'the selector of a Rollout changes',
  why: 'the API server refuses the Rollout: the field is immutable',
  remedy: 'keep the selector; pods may have more labels than it asks for',
  ofRollout: ({ old, now }) => {
    const [before, after] = [at(old?.canonical, 'spec', 'selector'), at(now?.canonical, 'spec', 'selector')];
    return given(before) && given(after)
      ? fieldChanges(before, after, { at: ['spec', 'selector'], ordered: true }).slice(0, 1).map(({ path, new: value }) => (
        { path, value, message: 'the selector of a Rollout cannot be changed, and the API server refuses it' }
      ))
      : [];
  },
};
