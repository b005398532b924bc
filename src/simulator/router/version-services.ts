import { canaryIn, Release } from '../../model/release/release';
import { Status } from '../model/status';

/** The names of the Services of the two versions; empty where none is given. */
export interface VersionServices {
  readonly stable: string;
  readonly canary: string;
}

/** Which Service is that of which version now: of a pair that swaps, the status says it. */
export function versionServices(release: Pick<Release, 'strategy'>, status: Pick<Status, 'canary'>, prefersPingPong: boolean): VersionServices {
  const { stableService = '', canaryService = '', pingPong } = canaryIn(release) ?? {};
  if (pingPong && (prefersPingPong || (stableService === '' && canaryService === ''))) {
    const { pingService, pongService } = pingPong;
    return status.canary.stablePingPong === 'ping'
      ? { stable: pingService, canary: pongService }
      : { stable: pongService, canary: pingService };
  }
  return { stable: stableService, canary: canaryService };
}
