import { severityFor } from './audience';
import { fullName, hostsIn, isServed, served } from './served-hosts';
import { Manifest } from '../../../core/manifest';
import { namespaceOf } from '../../../core/read';
import { HTTP_ROUTE, INGRESS, SERVICE, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { gatewaysOf, serviceOfHost } from '../../../model/routing/istio/fields';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';

export const hostRemoved: Hazard = {
  id: 'host-removed',
  severity: Severity.ERROR,
  summary: 'no VirtualService, Ingress or HTTPRoute serves a host of a release any longer',
  why: 'whoever calls it gets no answer, at once',
  remedy: 'keep the host until nobody calls it, or add it to another VirtualService, Ingress or HTTPRoute',
  ofObject: ({ old, environment }) => {
    if (!old || ![VIRTUAL_SERVICE, INGRESS, HTTP_ROUTE].some((kind) => isKind(old.manifest, kind))) {
      return [];
    }
    const serving = hostsIn(environment, isKind(old.manifest, VIRTUAL_SERVICE));
    const lost = served(old.manifest).filter(({ host }) => !isServed(serving, fullName(old.manifest, host)) && !answers(old.manifest, host, environment));
    const severity = lost.length === 0 ? undefined : severityFor(old.manifest, environment);
    return severity === undefined ? [] : lost.map(({ host, path }) => ({
      path,
      value: host,
      severity,
      message: `nothing serves ${host} any longer`,
    }));
  },
};

/** Inside the mesh a Service answers under its own name. */
function answers(object: Manifest, host: string, { after }: Environment): boolean {
  const service = isKind(object, VIRTUAL_SERVICE) && gatewaysOf(object).every((gateway) => gateway === 'mesh') && serviceOfHost(host, namespaceOf(object));
  return service ? after.find(SERVICE, service.name, service.namespace) !== undefined : false;
}
