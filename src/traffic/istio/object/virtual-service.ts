import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkVirtualService } from './check-virtual-service';
import { gatewayReference, IIstioGateway } from './gateway';
import { attachToGateways } from './gateway-hosts';
import { VirtualServiceProps } from './virtual-service-props';
import { IVirtualService } from './virtual-service-reference';
import type { VirtualServiceSpec, VirtualServiceSpecHttp } from '../../../../imports/networking.istio.io';
import { checkDnsLabel } from '../../../core/checks/checks';
import { describe, Problems } from '../../../core/checks/problems';
import { CustomResource } from '../../../core/constructs/custom-resource';
import { VIRTUAL_SERVICE } from '../../../core/constructs/kinds';
import { patchable } from '../../../core/constructs/patches';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';
import { addValidation } from '../../../core/synthesis/validation-passes';
import { ITrafficObject } from '../../../rollout/traffic/traffic-object';
import { serviceOf } from '../route/route-destination';

/**
 * An Istio VirtualService: which requests go where.
 *
 * Rollouts make their own; use this for one that you shape yourself and pass to a rollout, or for other hosts.
 *
 * @example
 *
 * const assets = IstioHttpRoute.to([IstioRouteDestination.toHost('assets', { port: 80 })], {
 *   match: [{ uri: StringMatch.prefix('/assets') }],
 * });
 *
 * new VirtualService(chart, 'shop', {
 *   hosts: ['shop.test.com'],
 *   gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
 *   http: [assets, IstioHttpRoute.to([IstioRouteDestination.toHost('shop', { port: 80 })])],
 * });
 */
export class VirtualService extends CustomResource implements IVirtualService, ITrafficObject {
  /**
   * Refers to a VirtualService that exists already.
   *
   * @param virtualServiceName `namespace/name`, or a name in the namespace of the rollout or VirtualService that uses it.
   */
  public static fromVirtualServiceName(virtualServiceName: string): IVirtualService {
    return { virtualServiceName };
  }

  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly vsProps: VirtualServiceProps;
  private readonly spec: Wire<VirtualServiceSpec>;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the object, unless `metadata.name` is set.
   * @param props Hosts, gateways and routes.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: VirtualServiceProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.vsProps = props;
    const problems = new Problems();
    problems.add(...checkDnsLabel('metadata.name', name), ...checkVirtualService(props));
    problems.throwIfAny(this);
    this.spec = this.render(props.metadata?.namespace ?? Chart.of(this).namespace);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...VIRTUAL_SERVICE,
      apiVersion: props.apiVersion ?? VIRTUAL_SERVICE.apiVersion,
      metadata: { ...props.metadata, name },
      spec: this.spec,
    }));
    const check = attachToGateways(this, props.gateways ?? []);
    addValidation(this, () => check().map(describe));
  }

  /** The VirtualService as a rollout of any namespace names it. */
  public get virtualServiceName(): string {
    return this.namespace === undefined ? this.name : `${this.namespace}/${this.name}`;
  }

  /** The hosts whose requests are routed. */
  public get hosts(): string[] {
    return [...this.vsProps.hosts ?? []];
  }

  /** The Gateways through which requests come in. */
  public get gateways(): IIstioGateway[] {
    return [...this.vsProps.gateways ?? []];
  }

  /**
   * The routes as they will be synthesized, without patches.
   *
   * @internal
   */
  public get _http(): Array<Wire<VirtualServiceSpecHttp>> {
    return this.spec.http ?? [];
  }

  /**
   * As it will be synthesized, without patches.
   *
   * @internal
   */
  public get _spec(): Wire<VirtualServiceSpec> {
    return this.spec;
  }

  /** @internal */
  public _leadsTo(service: string): boolean {
    const { http = [], tls = [], tcp = [] } = this.spec;
    return [...http, ...tls, ...tcp].some(({ route = [] }) => route.some((entry) => serviceOf(entry) === service));
  }

  private render(namespace: string | undefined) {
    const { hosts, gateways, http, tls, tcp, exportTo } = this.vsProps;
    const listed = [...(gateways ?? []).map((gateway) => gatewayReference(gateway, namespace)), ...this.vsProps.mesh && gateways?.length ? ['mesh'] : []];
    return compact<Wire<VirtualServiceSpec>>({
      hosts: unlessEmpty(hosts),
      gateways: unlessEmpty(listed),
      http: unlessEmpty(http?.map((route) => route._toJson())),
      tls: unlessEmpty(tls?.map((route) => route._toJson())),
      tcp: unlessEmpty(tcp?.map((route) => route._toJson())),
      exportTo: unlessEmpty(exportTo),
    });
  }
}
