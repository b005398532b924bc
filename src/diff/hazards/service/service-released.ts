import { isForUsers, rolesOf } from './roles';
import { selects } from '../../../core/labels';
import { at, namespaceOf, text } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { Severity } from '../../../validation/severity';
import { podLabels } from '../../template/template-of';
import { Hazard } from '../hazard';

export const serviceReleased: Hazard = {
  id: 'service-released',
  severity: Severity.ERROR,
  summary: 'a Rollout no longer names a Service that stays',
  why: 'the controller takes its pod hash away: from then on it leads to pods of every version, of new ones before anybody has promoted them',
  remedy: 'remove the Service, or move its callers, before a new version is merged',
  ofRollout: ({ old, now, release, next, environment }) => {
    if (!old || !now) {
      return [];
    }
    const namespace = namespaceOf(now.manifest);
    const left = [...rolesOf(old.manifest)].filter(([, { value }]) => {
      const service = environment.after.find(SERVICE, text(value), namespace);
      return service && environment.namersOf(namespace, text(value)).length === 0 && selects(at(service, 'spec', 'selector'), podLabels(next));
    });
    return left.map(([role, { value, path }]) => ({
      path,
      value,
      message: `Service ${text(value)} is not named any longer, and stays: it leads to pods of every version`,
      severity: !isForUsers(role) ? Severity.ADVICE : release === 'starts' ? Severity.ERROR : Severity.WARNING,
    }));
  },
};
