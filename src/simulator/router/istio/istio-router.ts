import { checkRoutes } from './check-routes';
import { removeManagedRoutes } from './managed-routes';
import { readSubsets, readVirtualServices } from './objects';
import { setHeaderRoute, setMirrorRoute } from './set-routes';
import { updateHash } from './subsets';
import { setWeight } from './weights';
import { SimulatedRouter } from '../router';

/** Istio: VirtualServices, and a DestinationRule where subsets tell the versions apart. */
export const ISTIO_ROUTER: SimulatedRouter = {
  prefersPingPong: false,
  objects: readVirtualServices,
  subsets: readSubsets,
  check: checkRoutes,
  setWeight,
  setHeaderRoute,
  setMirrorRoute,
  removeManagedRoutes,
  updateHash,
};
