import { routersOf } from './routers';
import { canaryOf } from '../../model/release/fields';
import { blueGreenIn, canaryIn, Release } from '../../model/release/release';
import { destinationRuleTarget } from '../../model/routing/istio/targets';

/** How users are split between two versions, in a few words. */
export function splittingOf(release: Release): string {
  if (blueGreenIn(release)) {
    return 'all users at once';
  }
  const names = routersOf(canaryOf(release.rollout));
  if (names.length === 0) {
    return 'share of the pods';
  }
  const level = canaryIn(release)!.pingPong ? 'by ping-pong Services' : destinationRuleTarget(release) ? 'by subset' : 'by host';
  return names.map((router) => router === 'istio' ? `Istio, ${level}` : router).join(' and ');
}
