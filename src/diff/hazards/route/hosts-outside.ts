import { isBehindMeshGateway, ledToPods, perApi, routingObjects, servingOf } from './served-hosts';
import { Manifest } from '../../../core/manifest';
import { Parent } from '../../../model/routing/adapter';
import { parentsOf } from '../../../model/routing/notations';
import { Environment } from '../../environment';
import { perEnvironment } from '../../per-environment';

/** The hosts that something serves to callers outside of the mesh from now on, by the gateways of the same API or straight to the pods. */
export const hostsOutside = perApi(
  (environment) => routingObjects(environment.after).filter((object) => parentsOf(object).some((parent) => parent.kind === 'gateway' && stays(parent, environment))),
  (environment) => ledToPods(environment).filter((object) => isReachable(object, environment)),
);

/** The hosts that something before the gateways of a mesh sends anywhere from now on, be it to a gateway. */
export const hostsBefore = perEnvironment(({ after }) => servingOf(routingObjects(after).filter((object) => !isBehindMeshGateway(object)), after));

function isReachable(object: Manifest, environment: Environment): boolean {
  const parents = parentsOf(object);
  return parents.length === 0 || parents.some((parent) => parent.kind !== 'gateway' || stays(parent, environment));
}

/** Gateways may be applied from elsewhere: only of those that were here is known that they go. */
function stays({ group = '', name, namespace }: Parent, { before, after }: Environment): boolean {
  const kind = { group, kind: 'Gateway' };
  return before.find(kind, name, namespace) === undefined || after.find(kind, name, namespace) !== undefined;
}
