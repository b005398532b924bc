import { blueGreenIn, canaryIn } from '../../model/release/release';
import { ROUTERS } from '../../model/routing/capabilities';
import { isSimulated } from '../../simulator/router/routers';
import { ReleaseContext } from '../release-context';

/** How users are split between two versions, in a few words. */
export function splittingOf({ release, initial }: ReleaseContext): string {
  if (blueGreenIn(release)) {
    return 'all users at once';
  }
  const canary = canaryIn(release);
  if (release.routers.length === 0) {
    return canary?.isRouted ? 'no traffic router' : 'share of the pods';
  }
  const level = canary?.pingPong ? 'by ping-pong Services' : initial.subsets ? 'by subset' : 'by host';
  return release.routers.map(({ router, plugin }) => isSimulated(router) ? `${ROUTERS[router].title}, ${level}` : plugin ?? router).join(' and ');
}
