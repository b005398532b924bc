import { Manifest } from '../../core/manifest';
import { Audience } from '../release-forecast';
import { gatewayApiWays } from './gateway-api-ways';
import { ingressWays } from './ingress-ways';
import { serviceWays } from './service-ways';
import { virtualServiceWays } from './virtual-service-ways';
import { Way } from './way';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { Start } from '../../simulator/start/start';

const ORDER: Audience[] = ['users', 'testers', 'cluster'];

/** All ways to the pods of a release, users' first. */
export function waysOf(set: ManifestSet, rollout: Manifest, start: Start): Way[] {
  const outer = [...virtualServiceWays(set, rollout, start), ...gatewayApiWays(set, rollout, start), ...ingressWays(set, rollout, start)];
  const all = [...outer, ...serviceWays(set, rollout, start, outer)];
  return ORDER.flatMap((audience) => all.filter(({ entrance }) => entrance.audience === audience));
}
