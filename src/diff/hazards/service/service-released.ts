import { selects } from '../../../core/labels';
import { at } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { isForUsers } from '../../../model/release/services';
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
    const { namespace } = readRelease(now.manifest);
    const left = readRelease(old.manifest).services.filter(({ name }) => {
      const service = environment.after.find(SERVICE, name, namespace);
      return service && environment.namersOf(namespace, name).length === 0 && selects(at(service, 'spec', 'selector'), podLabels(next));
    });
    return left.map(({ role, name, path }) => ({
      path,
      value: name,
      message: `Service ${name} is not named any longer, and stays: it leads to pods of every version`,
      severity: !isForUsers(role) ? Severity.ADVICE : release === 'starts' ? Severity.ERROR : Severity.WARNING,
    }));
  },
};
