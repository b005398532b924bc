import * as kplus from 'cdk8s-plus-28';
import { checkAttachment, checkGatewaysOrMesh } from './object/check-attachment';
import { IIstioGateway } from './object/gateway';
import { IstioApiVersion } from './object/istio-api-version';
import { VirtualService } from './object/virtual-service';
import { IstioHttpRouteOptions } from './route/http-options';
import { IstioHttpRoute } from './route/http-route';
import { mainRouteOptions } from './route/main-route';
import { checkHttpOptions } from './route/render-http-options';
import { IstioRouteDestination } from './route/route-destination';
import { compact } from '../../core/manifest';
import { describe, Problem, Problems } from '../../core/problems';
import { BlueGreenRollout } from '../../rollout/blue-green-rollout';
import { IBlueGreenTraffic } from '../../rollout/blue-green-traffic';
import { ITrafficObject } from '../../rollout/traffic-object';

/**
 * The hosts of a blue-green rollout.
 */
export interface IstioTrafficHostsOptions {
  /** The hosts of the users. At least one. */
  readonly hosts: string[];

  /**
   * The hosts of the new version, for acceptance tests; none of them may be a host of the users.
   *
   * @default - the new version is reached by the DNS name of its Service alone
   */
  readonly previewHosts?: string[];

  /**
   * The Gateways through which users and testers come in.
   *
   * @default - none, which needs `mesh: true`
   */
  readonly gateways?: IIstioGateway[];

  /**
   * The Gateways through which testers come in, where these are others.
   *
   * @default - those of the users
   */
  readonly previewGateways?: IIstioGateway[];

  /**
   * Whether callers inside the mesh that use the hosts are routed too.
   *
   * @default false
   */
  readonly mesh?: boolean;

  /**
   * What the route does besides passing requests on; the same for users and testers, so that the new version is tested
   * under the conditions in which it will run.
   *
   * @default - all paths, without timeout
   */
  readonly route?: IstioHttpRouteOptions;

  /**
   * Routes that are tried before the main one, on the hosts of the users: redirects, other Services.
   *
   * @default - none
   */
  readonly precedingRoutes?: IstioHttpRoute[];

  /**
   * The port of the Services.
   *
   * @default - their first port
   */
  readonly port?: number;

  /**
   * The name of the VirtualService of the users.
   *
   * @default - the name of the rollout
   */
  readonly virtualServiceName?: string;

  /**
   * The name of the VirtualService of the testers.
   *
   * @default - the name of the rollout with `-preview` behind it
   */
  readonly previewVirtualServiceName?: string;

  /**
   * The namespaces that see the VirtualServices; `.` is their own.
   *
   * @default - all namespaces
   */
  readonly exportTo?: string[];

  /**
   * The version of Istio's API.
   *
   * @default IstioApiVersion.V1
   */
  readonly istioApiVersion?: IstioApiVersion;
}

/**
 * How Istio leads users and testers to a blue-green rollout.
 *
 * The routes name the active and the preview Service; during a release only the selectors of these Services change, so
 * Git and the controller never write the same route.
 *
 * @example
 *
 * new BlueGreenRollout(chart, 'app', {
 *   containers,
 *   traffic: IstioTraffic.hosts({
 *     hosts: ['app-api.test.com'],
 *     previewHosts: ['app-api-preview.test.com'],
 *     gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
 *     route: { timeout: Duration.seconds(5) },
 *   }),
 * });
 */
export class IstioTraffic implements IBlueGreenTraffic {
  /**
   * Creates a VirtualService for the users, and one for the testers where there are preview hosts.
   *
   * @param options Hosts, gateways, and what the route does.
   */
  public static hosts(options: IstioTrafficHostsOptions): IstioTraffic {
    return new IstioTraffic(options, []);
  }

  /**
   * Uses VirtualServices that route to the two Services already; nothing is created.
   *
   * @param virtualServices The VirtualServices.
   */
  public static virtualServices(...virtualServices: VirtualService[]): IstioTraffic {
    return new IstioTraffic(undefined, virtualServices);
  }

  private constructor(private readonly options: IstioTrafficHostsOptions | undefined, private readonly passed: VirtualService[]) {}

  /**
   * Says what is wrong with the hosts and routes.
   *
   * @param rollout The rollout that will be bound.
   */
  public validate(rollout: BlueGreenRollout): string[] {
    return (this.options ? [...checkHosts(this.options), ...checkNames(rollout, this.options)] : this.checkPassed()).map(describe);
  }

  /**
   * Creates the VirtualServices. Called by the rollout.
   *
   * @param rollout The rollout, with its Services.
   */
  public bind(rollout: BlueGreenRollout): ITrafficObject[] {
    const { options } = this;
    if (!options) {
      this.checkPassedRoutes(rollout);
      return this.passed;
    }
    const [activeName, previewName] = virtualServiceNames(rollout, options);
    const active = createVirtualService(rollout, {
      id: 'VirtualService',
      name: activeName,
      hosts: options.hosts,
      gateways: options.gateways ?? [],
      service: rollout.activeService,
      preceding: options.precedingRoutes ?? [],
      options,
    });
    if (!options.previewHosts?.length) {
      return [active];
    }
    return [active, createVirtualService(rollout, {
      id: 'PreviewVirtualService',
      name: previewName,
      hosts: options.previewHosts,
      gateways: options.previewGateways ?? options.gateways ?? [],
      service: rollout.previewService,
      preceding: [],
      options,
    })];
  }

  private checkPassedRoutes(rollout: BlueGreenRollout): void {
    const problems = new Problems();
    problems.require(this.passed.some((virtualService) => virtualService._leadsTo(rollout.activeService.name)), {
      rule: 'virtual-service-leads-to-active',
      prop: 'traffic.virtualServices',
      wrong: `none of them leads to the active Service ${rollout.activeService.name}`,
      got: this.passed.map(({ name }) => name),
      remedy: 'route to rollout.activeService, or name the Services with activeServiceName and previewServiceName',
    });
    problems.throwIfAny(rollout);
  }

  private checkPassed(): Problem[] {
    return this.passed.length > 0 ? [] : [{
      rule: 'virtual-services-present', prop: 'traffic.virtualServices', wrong: 'is empty', remedy: 'pass a VirtualService, or leave traffic out',
    }];
  }
}

function virtualServiceNames(rollout: BlueGreenRollout, options: IstioTrafficHostsOptions): [string, string] {
  return [options.virtualServiceName ?? rollout.name, options.previewVirtualServiceName ?? `${rollout.name}-preview`];
}

function checkNames(rollout: BlueGreenRollout, options: IstioTrafficHostsOptions): Problem[] {
  const [active, preview] = virtualServiceNames(rollout, options);
  return active !== preview || !options.previewHosts?.length ? [] : [{
    rule: 'virtual-service-names-distinct',
    prop: 'traffic.virtualServiceName, traffic.previewVirtualServiceName',
    wrong: 'two VirtualServices have one name',
    got: active,
    remedy: 'give each a name of its own',
  }];
}

interface RouteToCreate {
  readonly id: string;
  readonly name: string;
  readonly hosts: string[];
  readonly gateways: IIstioGateway[];
  readonly service: kplus.Service;
  readonly preceding: IstioHttpRoute[];
  readonly options: IstioTrafficHostsOptions;
}

function createVirtualService(rollout: BlueGreenRollout, route: RouteToCreate): VirtualService {
  const { options } = route;
  const destination = IstioRouteDestination.toService(route.service, compact({ port: options.port }));
  return new VirtualService(rollout, route.id, {
    metadata: { name: route.name, namespace: rollout.metadata.namespace },
    hosts: route.hosts,
    gateways: route.gateways,
    mesh: options.mesh,
    http: [...route.preceding, IstioHttpRoute.to([destination], mainRouteOptions(options.route))],
    exportTo: options.exportTo,
    apiVersion: options.istioApiVersion,
  });
}

function checkHosts(options: IstioTrafficHostsOptions): Problem[] {
  const { hosts, previewHosts = [], gateways = [], previewGateways = gateways } = options;
  const mesh = options.mesh ?? gateways.length === 0;
  return [
    ...checkAttachment({ hosts, gateways, mesh }, 'traffic.'),
    ...checkGatewaysOrMesh(options, 'traffic.'),
    ...previewHosts.length > 0 ? checkAttachment({ hosts: previewHosts, gateways: previewGateways, mesh }, 'traffic.', 'previewHosts') : [],
    ...previewHosts.filter((host) => hosts.includes(host)).map((host) => ({
      rule: 'preview-host-differs',
      prop: 'traffic.previewHosts',
      wrong: 'is a host of the users too, who would reach the new version before it is promoted',
      got: host,
      remedy: 'give the new version a host of its own',
    })),
    ...checkHttpOptions('traffic.route', options.route ?? {}),
  ];
}
