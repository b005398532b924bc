import { Role, rolesOf, serviceIn } from './roles';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

const TOLD: readonly Role[] = ['stable', 'ping', 'pong', 'canary', 'preview'];
const TESTED: readonly Role[] = ['canary', 'preview'];

export const versionServiceChanged: Hazard = {
  id: 'version-service-changed',
  severity: Severity.WARNING,
  summary: 'a Rollout names another stable, canary or preview Service',
  why: 'the controller takes over a Service only when the pods for it are available; until then it leads to pods of every version',
  remedy: 'change it without a new version, while no release is under way',
  ofRollout: ({ old, now }) => {
    if (!old || !now) {
      return [];
    }
    const [before, after] = [rolesOf(old.manifest), rolesOf(now.manifest)];
    return TOLD.filter((role) => before.has(role) && after.has(role) && serviceIn(before, role) !== serviceIn(after, role)).map((role) => {
      const wasOther = [...before].find(([other, { value }]) => other !== role && value === serviceIn(after, role));
      return {
        path: after.get(role)!.path,
        value: serviceIn(after, role),
        message: wasOther
          ? `Service ${serviceIn(after, role)} was the ${wasOther[0]} one: in a release that is under way it leads to that version until the controller has changed it`
          : `Service ${serviceIn(after, role)} leads to pods of every version until the controller has taken it over`,
        ...TESTED.includes(role) && !wasOther && { severity: Severity.ADVICE },
      };
    });
  },
};
