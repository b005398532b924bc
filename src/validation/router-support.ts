import { RouterUse } from '../model/release/routers';
import { capabilitiesOf, RouterCapabilities, ROUTERS, routersThat } from '../model/routing/capabilities';

type Routed = { readonly routers: readonly RouterUse[] };

/** Says with which routers a field goes, where a release uses none of them in a version of Argo Rollouts. */
export function unsupported(release: Routed, version: string, can: (router: RouterCapabilities) => boolean): string | undefined {
  if (usesRouterThat(release, version, can)) {
    return undefined;
  }
  const titles = routersThat(can, version).map((name) => ROUTERS[name].title);
  return `goes with ${[titles.slice(0, -1).join(', '), titles[titles.length - 1]].filter(Boolean).join(' or ')} only`;
}

/** Whether one of the routers of a release can do something in a version of Argo Rollouts. */
export function usesRouterThat({ routers }: Routed, version: string, can: (router: RouterCapabilities) => boolean): boolean {
  return routers.some(({ router }) => can(capabilitiesOf(router, version)));
}
