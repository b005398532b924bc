import { ISTIO_ROUTER } from './istio/istio-router';
import { SimulatedRouter } from './router';
import { STATUS_ROUTER } from './status-router';
import { Release } from '../../model/release/release';
import { RouterName } from '../../model/routing/capabilities';

/** The routers whose objects are simulated. */
const WRITERS: { readonly [router in RouterName]?: SimulatedRouter } = { istio: ISTIO_ROUTER };

/** Whether the objects of a router are simulated, so that their routes are known at every moment. */
export function isSimulated(router: RouterName): boolean {
  return WRITERS[router] !== undefined;
}

/** The routers of a release, in the order in which the controller goes through them. */
export function routersOf({ routers }: Pick<Release, 'routers'>): SimulatedRouter[] {
  return routers.map(({ router }) => WRITERS[router] ?? STATUS_ROUTER);
}
