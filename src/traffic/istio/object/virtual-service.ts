import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { checkAttachment } from './check-attachment';
import { Gateway } from './gateway';
import { IstioApiVersion } from './istio-api-version';
import { checkDnsLabel } from '../../../core/checks';
import { VIRTUAL_SERVICE } from '../../../core/kinds';
import { compact, Manifest, unlessEmpty } from '../../../core/manifest';
import { Problem, Problems } from '../../../core/problems';
import { ITrafficObject } from '../../../rollout/traffic-object';
import { HttpRoute } from '../route/http-route';
import { TcpRoute, TlsRoute } from '../route/l4-route';
import { serviceOf } from '../route/route-destination';

/**
 * Properties of a `VirtualService`.
 */
export interface VirtualServiceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The hosts whose requests are routed; none for a VirtualService that others delegate to.
   *
   * @default - none: others delegate to it
   * @see spec.hosts
   */
  readonly hosts?: string[];

  /**
   * The Gateways through which requests come in.
   *
   * @default - none: requests come from the mesh
   * @see spec.gateways
   */
  readonly gateways?: Gateway[];

  /**
   * Whether callers inside the mesh are routed too.
   *
   * @default - true without gateways, false with gateways
   * @see spec.gateways (the reserved name `mesh`)
   */
  readonly mesh?: boolean;

  /**
   * The http routes; the first that takes a request decides.
   *
   * @default - no http routes
   * @see spec.http
   */
  readonly http?: HttpRoute[];

  /**
   * The routes of TLS connections that pass through.
   *
   * @default - no tls routes
   * @see spec.tls
   */
  readonly tls?: TlsRoute[];

  /**
   * The routes of TCP connections.
   *
   * @default - no tcp routes
   * @see spec.tcp
   */
  readonly tcp?: TcpRoute[];

  /**
   * The namespaces that see the VirtualService; `.` is its own.
   *
   * @default - all namespaces
   * @see spec.exportTo
   */
  readonly exportTo?: string[];

  /**
   * The version of the API.
   *
   * @default IstioApiVersion.V1
   */
  readonly apiVersion?: IstioApiVersion;
}

/**
 * An Istio VirtualService: which requests go where.
 *
 * Rollouts make their own; use this for one that you shape yourself and pass to a rollout, or for other hosts.
 *
 * @example
 *
 * const assets = HttpRoute.to([RouteDestination.toHost('assets', { port: 80 })], {
 *   match: [{ uri: StringMatch.prefix('/assets') }],
 * });
 *
 * new VirtualService(chart, 'shop', {
 *   hosts: ['shop.test.com'],
 *   gateways: [Gateway.fromGatewayName('istio-system/ingressgateway')],
 *   http: [assets, HttpRoute.to([RouteDestination.toHost('shop', { port: 80 })])],
 * });
 */
export class VirtualService extends Construct implements ITrafficObject {
  /** The name of the object. */
  public readonly name: string;

  /** The object as it will be synthesized; for patches. */
  public readonly apiObject: ApiObject;

  private readonly vsProps: VirtualServiceProps;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the object, unless `metadata.name` is set.
   * @param props Hosts, gateways and routes.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: VirtualServiceProps) {
    super(scope, id);
    this.name = props.metadata?.name ?? id;
    this.vsProps = props;
    const problems = new Problems();
    problems.add(...checkDnsLabel('metadata.name', this.name), ...checkVirtualService(props));
    problems.throwIfAny(this);
    this.apiObject = new ApiObject(this, 'Resource', {
      ...VIRTUAL_SERVICE,
      apiVersion: props.apiVersion ?? VIRTUAL_SERVICE.apiVersion,
      metadata: { ...props.metadata, name: this.name },
      spec: this._toKube(),
    });
  }

  /** The namespace of the object; nothing where the chart sets none. */
  public get namespace(): string | undefined {
    return this.apiObject.metadata.namespace;
  }

  /**
   * The routes as they will be synthesized, without patches.
   *
   * @internal
   */
  public get _http(): Manifest[] {
    return (this.vsProps.http ?? []).map((route) => route._toJson());
  }

  /** @internal */
  public _leadsTo(service: string): boolean {
    const { http = [], tls = [], tcp = [] } = this._toKube();
    return [...http, ...tls, ...tcp].some(({ route = [] }: Manifest) => route.some((entry: Manifest) => serviceOf(entry) === service));
  }

  /** @internal */
  public _toKube(): Manifest {
    const { hosts, gateways, http, tls, tcp, exportTo } = this.vsProps;
    const listed = [...(gateways ?? []).map((gateway) => gateway.gatewayName), ...this.vsProps.mesh && gateways?.length ? ['mesh'] : []];
    return compact({
      hosts: unlessEmpty(hosts),
      gateways: unlessEmpty(listed),
      http: unlessEmpty(http?.map((route) => route._toJson())),
      tls: unlessEmpty(tls?.map((route) => route._toJson())),
      tcp: unlessEmpty(tcp?.map((route) => route._toJson())),
      exportTo: unlessEmpty(exportTo),
    });
  }
}

function checkVirtualService(props: VirtualServiceProps): Problem[] {
  const { hosts = [], gateways = [], http = [], tls = [], tcp = [] } = props;
  const problems: Problem[] = hosts.length === 0 && gateways.length === 0
    ? [] : checkAttachment({ hosts, gateways, mesh: props.mesh ?? gateways.length === 0 });
  if (props.mesh === false && gateways.length === 0 && hosts.length > 0) {
    problems.push({ rule: 'gateways-present', prop: 'gateways', wrong: 'is empty without mesh, so no request comes in', remedy: 'pass a Gateway, or leave mesh out' });
  }
  if (http.length + tls.length + tcp.length === 0) {
    problems.push({ rule: 'routes-present', prop: 'http, tls, tcp', wrong: 'there is no route', remedy: 'pass at least one' });
  }
  const names = http.flatMap((route) => route._name ?? []);
  problems.push(...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
    rule: 'route-names-distinct', prop: 'http', wrong: 'two routes have one name', got: name, remedy: 'name each route differently',
  })));
  return [
    ...problems,
    ...http.flatMap((route, index) => route._problems(`http[${index}]`)),
    ...tls.flatMap((route, index) => route._problems(`tls[${index}]`)),
    ...tcp.flatMap((route, index) => route._problems(`tcp[${index}]`)),
  ];
}
