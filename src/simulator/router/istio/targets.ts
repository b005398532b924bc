import { Manifest } from '../../../core/manifest';
import { Pass } from '../../controller/pass';
import { Release } from '../../model/release';

/** The names of two Services. */
export interface ServicePair {
  readonly stable?: string;
  readonly canary?: string;
}

/** The Services of the two versions. Istio takes the ping-pong pair only where no other pair is given. */
export function stableAndCanaryServices({ release, status }: Pass, prefersPingPong: boolean): ServicePair {
  const { stableService, canaryService, pingPong } = release.canary!;
  if (pingPong && (prefersPingPong || (!stableService && !canaryService))) {
    const { pingService, pongService } = pingPong;
    return status.canary.stablePingPong === 'ping'
      ? { stable: pingService, canary: pongService }
      : { stable: pongService, canary: pingService };
  }
  return { stable: stableService, canary: canaryService };
}

/** The VirtualServices of the strategy, with the routes that it names. */
export function virtualServiceTargets({ canary }: Release): Manifest[] {
  const istio = canary?.trafficRouting?.istio;
  return istio?.virtualServices ?? (istio?.virtualService ? [istio.virtualService] : []);
}

/** The name without the namespace that may follow it. */
export function virtualServiceName({ name }: Manifest): string {
  return String(name).replace(/\.cluster\.local$/, '').replace(/\.[^.]+$/, '');
}

/** Rewrites the VirtualServices, each with its target; one for which nothing comes back stays. */
export function updateVirtualServices(
  pass: Pass, update: (spec: Manifest, target: Manifest) => Manifest, targets = virtualServiceTargets(pass.release),
): void {
  for (const target of targets) {
    const name = virtualServiceName(target);
    const write = (object: Manifest) => {
      const spec = object.metadata.name === name ? update(object.spec, target) : object.spec;
      return spec === object.spec ? object : { ...object, spec };
    };
    pass.next = { ...pass.next, routingObjects: pass.next.routingObjects.map(write) };
  }
}

/** The first label of the host; the controller looks at no more of it. */
export function hostOf(entry: Manifest): string {
  return String(entry.destination?.host ?? '').split('.')[0];
}
