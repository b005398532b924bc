import { readRelease } from '../../../model/release/read-release';
import { Release } from '../../../model/release/release';
import { serviceOf, ServiceRole } from '../../../model/release/services';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

const TOLD: readonly ServiceRole[] = ['stable', 'ping', 'pong', 'canary', 'preview'];
const TESTED: readonly ServiceRole[] = ['canary', 'preview'];

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
    const [before, after] = [old, now].map(({ manifest }) => readRelease(manifest));
    return TOLD.flatMap((role) => ofRole(role, before, after));
  },
};

function ofRole(role: ServiceRole, before: Release, after: Release): Violation[] {
  const [was, is] = [before, after].map((release) => serviceOf(release, role));
  if (!was || !is || was.name === is.name) {
    return [];
  }
  const former = before.services.find((other) => other.role !== role && other.name === is.name);
  return [{
    path: is.path,
    value: is.name,
    message: former
      ? `Service ${is.name} was the ${former.role} one: in a release that is under way it leads to that version until the controller has changed it`
      : `Service ${is.name} leads to pods of every version until the controller has taken it over`,
    ...TESTED.includes(role) && !former && { severity: Severity.ADVICE },
  }];
}
