import { CanaryDestinations } from './canary-destinations';
import { CanaryPreview, PREVIEW_ROUTE } from './canary-preview';
import { CanaryVirtualServiceProps, IstioWeightedRoutesOptions } from './canary-virtual-service';
import type { RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService } from '../../../../imports/argoproj.io';
import { ServiceRole } from '../../../core/constructs/service-role';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';
import { TrafficContext } from '../../../rollout/traffic/traffic-context';
import { IIstioGateway } from '../object/gateway';
import { IstioHttpMatch } from '../route/http-match';
import { IstioHttpRouteOptions } from '../route/http-options';
import { IstioHttpRoute } from '../route/http-route';
import { IstioTcpRoute, IstioTlsRoute } from '../route/l4-route';
import { mainRouteOptions } from '../route/main-route';
import { IstioRouteDestination } from '../route/route-destination';

type WeightedRoutes = Wire<RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService>;

/** Where a created VirtualService listens, with the defaults filled in. */
export function attachmentOf({ services }: TrafficContext, props: CanaryVirtualServiceProps) {
  const gateways: IIstioGateway[] = props.gateways ?? [];
  const mesh = props.mesh ?? gateways.length === 0;
  const [{ role, name }] = services;
  // Of two Services that swap roles neither is a name to call.
  const meshHost = mesh && role !== ServiceRole.PING && !props.hosts?.includes(name) ? [name] : [];
  return { hosts: [...props.hosts ?? [], ...meshHost], gateways, mesh };
}

/** The http routes that carry weights, with the defaults filled in. */
export function weightedHttpRoutes(props: CanaryVirtualServiceProps): IstioHttpRouteOptions[] {
  const others = (props.tlsRoutes?.length ?? 0) + (props.tcpRoutes?.length ?? 0);
  return (props.httpRoutes ?? (others > 0 ? [] : [{}])).map((route) => mainRouteOptions(route));
}

/** The routes of a created VirtualService; each weighted one starts with all users on the stable version. */
export function canaryRoutes(props: CanaryVirtualServiceProps, to: CanaryDestinations, preview: CanaryPreview | undefined) {
  const weighted = weightedHttpRoutes(props);
  const split = (port?: number) => [to.stable(port, 100), to.canary(port, 0)];
  return {
    http: [
      ...props.precedingRoutes ?? [],
      ...headerRoutes(weighted, to.canary(props.servicePort), preview),
      ...weighted.map((options) => IstioHttpRoute.to(split(props.servicePort), options)),
    ],
    tls: (props.tlsRoutes ?? []).map((options) => IstioTlsRoute.to(split(options.servicePort), options)),
    tcp: (props.tcpRoutes ?? []).map((options) => IstioTcpRoute.to(split(options.servicePort), options)),
  };
}

/** The same routes on a host of the new version's own. */
export function previewRoutes(props: CanaryVirtualServiceProps, to: CanaryDestinations, host: string) {
  const http = weightedHttpRoutes(props);
  return http.length > 0
    ? { http: http.map((options) => IstioHttpRoute.to([to.canary(props.servicePort)], options)) }
    : { tls: (props.tlsRoutes ?? []).map((options) => IstioTlsRoute.to([to.canary(options.servicePort)], { ...options, sniHosts: [host] })) };
}

/** How the Rollout names the routes that carry weights: always all of them, and always by name. */
export function weightedRouteNames(props: CanaryVirtualServiceProps): IstioWeightedRoutesOptions {
  return {
    routes: weightedHttpRoutes(props).map(({ name }) => name!),
    tlsRoutes: props.tlsRoutes,
    tcpRoutes: props.tcpRoutes,
  };
}

/** The Rollout's own list of weighted routes. */
export function renderWeightedRoutes(routes: IstioWeightedRoutesOptions) {
  return compact<Omit<WeightedRoutes, 'name'>>({
    routes: unlessEmpty(routes.routes),
    tlsRoutes: unlessEmpty(routes.tlsRoutes?.map(({ port, sniHosts }) => compact<NonNullable<WeightedRoutes['tlsRoutes']>[number]>({ port, sniHosts }))),
    tcpRoutes: unlessEmpty(routes.tcpRoutes?.map(({ port }) => compact<NonNullable<WeightedRoutes['tcpRoutes']>[number]>({ port }))),
  });
}

function headerRoutes(weighted: IstioHttpRouteOptions[], canary: IstioRouteDestination, preview: CanaryPreview | undefined): IstioHttpRoute[] {
  const headers = preview?._headers ?? [];
  if (headers.length === 0) {
    return [];
  }
  return weighted.map((options) => IstioHttpRoute.to([canary], {
    ...options,
    name: weighted.length === 1 ? PREVIEW_ROUTE : `${PREVIEW_ROUTE}-${options.name}`,
    match: headers.flatMap(({ header, value }) => (
      matchesOf(options).map((match): IstioHttpMatch => ({ ...match, headers: { ...match.headers, [header]: value } }))
    )),
  }));
}

function matchesOf(options: IstioHttpRouteOptions): IstioHttpMatch[] {
  return options.match?.length ? options.match : [{}];
}
