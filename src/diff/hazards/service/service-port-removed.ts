import { Manifest } from '../../../core/manifest';
import { at, items, nameOf, namespaceOf, shown, text } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { Severity } from '../../../validation/severity';
import { isKind } from '../../objects/is-kind';
import { usersOfPort } from '../callers';
import { Hazard } from '../hazard';

export const servicePortRemoved: Hazard = {
  id: 'service-port-removed',
  severity: Severity.ERROR,
  summary: 'a Service loses a port, or gets it under another number',
  why: 'routes that lead to it answer 503, and callers inside the cluster get no connection',
  remedy: 'add the new port beside the old one, move the callers, and remove the old one then',
  ofObject: ({ old, now, environment: { before, after } }) => {
    if (!old || !now || !isKind(now.manifest, SERVICE)) {
      return [];
    }
    const left = new Set(portsOf(now.manifest));
    const service = (object: Manifest) => ({ name: text(at(object, 'metadata', 'name')), namespace: namespaceOf(object) });
    return portsOf(old.manifest).filter((port) => !left.has(port)).flatMap((port) => {
      const [user] = usersOfPort(after, service(now.manifest), port);
      const [former] = usersOfPort(before, service(old.manifest), port);
      const path = 'spec.ports';
      return user
        ? [{ path, message: `port ${shown(port)} is gone, and ${nameOf(user)} leads to it` }]
        : [{ path, severity: Severity.WARNING, message: `port ${shown(port)} is gone${former ? `, to which ${nameOf(former)} leads until it is applied` : ''}` }];
    });
  },
};

function portsOf(service: Manifest): unknown[] {
  return items(at(service, 'spec', 'ports'), '').map(({ value }) => value.port);
}
