import { NamedObject } from './adapter';
import { namedGatewayApiRoutes } from './gateway-api/targets';
import { namedIngresses } from './ingress/targets';
import { namedIstioObjects } from './istio/named-objects';
import type { Release } from '../release/release';

/** The objects whose traffic the controller is told to split, and those that tell the versions apart. */
export function namedObjects(release: Pick<Release, 'routers' | 'namespace'>): NamedObject[] {
  return [...namedIstioObjects(release), ...namedIngresses(release), ...namedGatewayApiRoutes(release)];
}
