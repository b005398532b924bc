import { routersOf } from './routers';
import { Release } from '../../simulator/model/release';

/** How users are split between two versions, in a few words. */
export function splittingOf({ blueGreen, canary }: Release): string {
  if (blueGreen) {
    return 'all users at once';
  }
  const names = routersOf(canary);
  if (names.length === 0) {
    return 'share of the pods';
  }
  const level = canary!.pingPong ? 'by ping-pong Services' : canary!.trafficRouting.istio?.destinationRule ? 'by subset' : 'by host';
  return names.map((router) => router === 'istio' ? `Istio, ${level}` : router).join(' and ');
}
