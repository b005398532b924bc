import { SimulatedRouter } from './router';

const nothing = () => {};

/** A router whose objects are not simulated: its weights are those in the status alone. */
export const STATUS_ROUTER: SimulatedRouter = {
  prefersPingPong: true,
  objects: () => [],
  subsets: () => null,
  check: nothing,
  setWeight: nothing,
  setHeaderRoute: nothing,
  setMirrorRoute: nothing,
  removeManagedRoutes: nothing,
  updateHash: nothing,
};
