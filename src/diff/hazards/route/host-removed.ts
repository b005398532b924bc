import { severityFor } from './audience';
import { hostsInPlaceOf, isServed } from './served-hosts';
import { Manifest } from '../../../core/manifest';
import { SERVICE } from '../../../model/manifests/kinds';
import { NamedHost } from '../../../model/routing/adapter';
import { isInMesh, namedHosts } from '../../../model/routing/notations';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { Hazard } from '../hazard';

export const hostRemoved: Hazard = {
  id: 'host-removed',
  severity: Severity.ERROR,
  summary: 'no route serves a host of a release any longer',
  why: 'whoever calls it gets no answer, at once',
  remedy: 'keep the host until nobody calls it, or add it to another route',
  ofObject: ({ old, environment }) => {
    const lost = old ? lostHosts(old.manifest, environment) : [];
    const severity = lost.length === 0 ? undefined : severityFor(old!.manifest, environment);
    return severity === undefined ? [] : lost.map(({ host, path }) => ({
      path,
      value: host,
      severity,
      message: `nothing serves ${host} any longer`,
    }));
  },
};

function lostHosts(object: Manifest, environment: Environment): NamedHost[] {
  return namedHosts(object).filter((host) => (
    !isServed(hostsInPlaceOf(object, environment), host.name) && !answers(object, host, environment)
  ));
}

/** Inside the mesh a Service answers under its own name. */
function answers(object: Manifest, { service }: NamedHost, { after }: Environment): boolean {
  return service !== undefined && isInMesh(object) && after.find(SERVICE, service.name, service.namespace) !== undefined;
}
