import { ingresses, leadingToPods, servingOf } from './served-hosts';
import { GATEWAY, VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { gatewaysOf } from '../../../model/routing/istio/fields';
import { Environment } from '../../environment';
import { perEnvironment } from '../../per-environment';

/** The hosts that something serves to callers outside of the mesh from now on. */
export const hostsOutside = perEnvironment((environment) => {
  const routes = environment.after.ofKind(VIRTUAL_SERVICE).filter((route) => gatewaysOf(route).some((gateway) => gateway !== 'mesh' && stays(gateway, environment)));
  return servingOf([...routes, ...leadingToPods(environment)]);
});

/** The hosts that an Ingress or an HTTPRoute leads anywhere from now on, be it to a gateway. */
export const hostsBefore = perEnvironment((environment) => servingOf(ingresses(environment)));

/** Gateways may be applied from elsewhere: only of those that were here is known that they go. */
function stays(gateway: string, { before, after }: Environment): boolean {
  const [namespace, name] = gateway.split('/');
  return before.find(GATEWAY, name, namespace || undefined) === undefined || after.find(GATEWAY, name, namespace || undefined) !== undefined;
}
