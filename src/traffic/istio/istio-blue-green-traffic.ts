import { Construct } from 'constructs';
import { checkPassedOrCreated } from './check-passed-or-created';
import { IstioBlueGreenTrafficOptions } from './istio-traffic-options';
import { checkAttachment, checkGatewaysOrMesh } from './object/check-attachment';
import { VirtualService } from './object/virtual-service';
import { IstioHttpRoute } from './route/http-route';
import { mainRouteOptions } from './route/main-route';
import { checkHttpOptions } from './route/render-http-options';
import { toService } from './route/route-destination';
import { describe, Problem, withPrefix } from '../../core/checks/problems';
import { compact } from '../../core/manifest';
import { IBlueGreenTraffic } from '../../rollout/traffic/blue-green-traffic';
import { TrafficContext } from '../../rollout/traffic/traffic-context';
import { ITrafficObject } from '../../rollout/traffic/traffic-object';

const CREATED_BY: Array<keyof IstioBlueGreenTrafficOptions> = [
  'hosts', 'previewHosts', 'gateways', 'previewGateways', 'mesh', 'httpRoutes', 'precedingRoutes', 'servicePort', 'virtualServiceName',
  'previewVirtualServiceName', 'exportTo', 'istioApiVersion',
];

/**
 * Brings users and testers to the two Services of a blue-green rollout with Istio; made by `IstioTraffic.blueGreen`.
 */
export class IstioBlueGreenTraffic implements IBlueGreenTraffic {
  /** @internal */
  public static _of(options: IstioBlueGreenTrafficOptions): IstioBlueGreenTraffic {
    return new IstioBlueGreenTraffic(options);
  }

  private bound: VirtualService[] = [];

  private constructor(private readonly options: IstioBlueGreenTrafficOptions) {}

  /** The VirtualServices of the users and testers; none before a rollout has them. */
  public get virtualServices(): VirtualService[] {
    return [...this.bound];
  }

  /**
   * Says what is wrong with the hosts and routes.
   *
   * @param context The rollout.
   */
  public validate(context: TrafficContext): string[] {
    const { virtualServices } = this.options;
    const problems = virtualServices
      ? [...checkPassedOrCreated(this.options, CREATED_BY, 'leave out virtualServices, or the other props'), ...checkPassed(context, virtualServices)]
      : [...checkHosts(this.options), ...checkRoutes(this.options), ...checkNames(context, this.options)];
    return problems.map((problem) => describe(withPrefix('traffic.', problem)));
  }

  /**
   * Creates the VirtualServices. The rollout calls it.
   *
   * @param scope The rollout.
   * @param context The rollout, as `validate` got it.
   */
  public bind(scope: Construct, context: TrafficContext): ITrafficObject[] {
    const { virtualServices, previewHosts } = this.options;
    this.bound = virtualServices ?? [this.createActive(scope, context), ...previewHosts?.length ? [this.createPreview(scope, context)] : []];
    return this.virtualServices;
  }

  private createActive(scope: Construct, context: TrafficContext): VirtualService {
    const { options } = this;
    return new VirtualService(scope, 'VirtualService', {
      ...this.common(context, 0),
      hosts: options.hosts,
      gateways: options.gateways,
      http: [...options.precedingRoutes ?? [], ...this.routes(context, 0)],
    });
  }

  private createPreview(scope: Construct, context: TrafficContext): VirtualService {
    const { options } = this;
    return new VirtualService(scope, 'PreviewVirtualService', {
      ...this.common(context, 1),
      hosts: options.previewHosts,
      gateways: options.previewGateways ?? options.gateways,
      http: this.routes(context, 1),
    });
  }

  private common(context: TrafficContext, index: 0 | 1) {
    const { mesh, exportTo, istioApiVersion: apiVersion } = this.options;
    return { metadata: { name: namesOf(context, this.options)[index], namespace: context.namespace }, mesh, exportTo, apiVersion };
  }

  private routes({ services }: TrafficContext, index: 0 | 1): IstioHttpRoute[] {
    const destination = toService(services[index], compact({ port: this.options.servicePort }));
    return httpRoutesOf(this.options).map((route) => IstioHttpRoute.to([destination], route));
  }
}

/** The names of the two VirtualServices, that of the users first. */
function namesOf({ rolloutName }: TrafficContext, options: IstioBlueGreenTrafficOptions): [string, string] {
  return [options.virtualServiceName ?? rolloutName, options.previewVirtualServiceName ?? `${rolloutName}-preview`];
}

function httpRoutesOf({ httpRoutes = [{}] }: IstioBlueGreenTrafficOptions) {
  return httpRoutes.map((route) => mainRouteOptions(route));
}

function checkPassed({ services: [active] }: TrafficContext, virtualServices: VirtualService[]): Problem[] {
  if (virtualServices.length === 0) {
    return [{ rule: 'virtual-services-present', prop: 'virtualServices', wrong: 'is empty', remedy: 'pass a VirtualService, or leave traffic out' }];
  }
  return virtualServices.some((virtualService) => virtualService._leadsTo(active.name)) ? [] : [{
    rule: 'virtual-service-leads-to-active',
    prop: 'virtualServices',
    wrong: `none of them leads to the active Service ${active.name}`,
    got: virtualServices.map(({ name }) => name),
    remedy: 'route to rollout.activeService, or name the Services with activeServiceName and previewServiceName',
  }];
}

function checkNames(context: TrafficContext, options: IstioBlueGreenTrafficOptions): Problem[] {
  const [active, preview] = namesOf(context, options);
  return active !== preview || !options.previewHosts?.length ? [] : [{
    rule: 'virtual-service-names-distinct',
    prop: 'virtualServiceName, previewVirtualServiceName',
    wrong: 'two VirtualServices have one name',
    got: active,
    remedy: 'give each a name of its own',
  }];
}

function checkHosts(options: IstioBlueGreenTrafficOptions): Problem[] {
  const { hosts = [], previewHosts = [], gateways = [], previewGateways = gateways } = options;
  const mesh = options.mesh ?? gateways.length === 0;
  return [
    ...checkAttachment({ hosts, gateways, mesh }),
    ...checkGatewaysOrMesh(options),
    ...previewHosts.length > 0 ? checkAttachment({ hosts: previewHosts, gateways: previewGateways, mesh }, '', 'previewHosts') : [],
    ...previewHosts.filter((host) => hosts.includes(host)).map((host) => ({
      rule: 'preview-host-differs',
      prop: 'previewHosts',
      wrong: 'is a host of the users too, who would reach the new version before it is promoted',
      got: host,
      remedy: 'give the new version a host of its own',
    })),
  ];
}

function checkRoutes(options: IstioBlueGreenTrafficOptions): Problem[] {
  const routes = httpRoutesOf(options);
  return [
    ...routes.length > 0 ? [] : [{ rule: 'routes-present', prop: 'httpRoutes', wrong: 'is empty', remedy: 'leave it out, or describe a route' }],
    ...routes.flatMap((route, index) => checkHttpOptions(`httpRoutes[${index}]`, route)),
  ];
}
