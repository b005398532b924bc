import { ApiObject, ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkPortNames, checkServers, checkSharedHosts, portNames } from './check-gateway';
import { IstioGatewayServer } from './gateway-server';
import type { GatewaySpec } from '../../../../imports/networking.istio.io';
import { checkDnsLabel, isLabelValue } from '../../../core/checks/checks';
import { describe, Problem, Problems } from '../../../core/checks/problems';
import { CustomResource } from '../../../core/constructs/custom-resource';
import { GATEWAY } from '../../../core/constructs/kinds';
import { patchable } from '../../../core/constructs/patches';
import { Wire } from '../../../core/constructs/wire';
import { addValidation } from '../../../core/synthesis/validation-passes';
import { IstioApiVersion } from '../istio-api-version';

type Spec = Wire<Required<GatewaySpec>>;

/**
 * An Istio Gateway, created here or known by name.
 */
export interface IIstioGateway {
  /** The Gateway as a VirtualService of any namespace names it: `namespace/name`, or a name where the namespace is not known. */
  readonly gatewayName: string;
}

/**
 * Properties of an `IstioGateway`.
 */
export interface IstioGatewayProps {
  /**
   * Name, namespace, labels and annotations. Put it into the namespace of the gateway pods, where its certificates are too.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The ports, with the hosts that are served there. At least one.
   *
   * @see spec.servers
   */
  readonly servers: IstioGatewayServer[];

  /**
   * The labels of the gateway pods.
   *
   * @default - `istio: ingressgateway`, as Istio's own ingress gateway has it
   * @see spec.selector
   */
  readonly selector?: { [key: string]: string };

  /**
   * The version of the API.
   *
   * @default IstioApiVersion.V1
   */
  readonly apiVersion?: IstioApiVersion;
}

/**
 * An Istio Gateway, through which users from outside the mesh come in.
 *
 * VirtualServices of this app that are given the Gateway are checked against it at synthesis: it must serve each of their
 * hosts, and no two of them may take the same requests of a host.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 *
 * @example
 *
 * const gateway = new IstioGateway(chart, 'ingressgateway', {
 *   metadata: { namespace: 'istio-system' },
 *   servers: [IstioGatewayServer.http(['*.test.com'])],   // behind a load balancer that ends TLS
 * });
 *
 * new IstioCanaryRollout(chart, 'app', { containers, hosts, steps, gateways: [gateway] });
 */
export class IstioGateway extends CustomResource implements IIstioGateway {
  /**
   * Refers to a Gateway that exists already.
   *
   * @param gatewayName `namespace/name`, or a name in the namespace of the VirtualService.
   */
  public static fromGatewayName(gatewayName: string): IIstioGateway {
    return { gatewayName };
  }

  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly spec: Spec;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the object, unless `metadata.name` is set.
   * @param props Servers and selector.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: IstioGatewayProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    const selector = props.selector ?? { istio: 'ingressgateway' };
    const names = portNames(props.servers);
    this.spec = { selector, servers: props.servers.map((server, index) => server._toJson(names[index])) };
    const problems = new Problems();
    problems.add(
      ...checkDnsLabel('metadata.name', name),
      ...checkSelector(selector),
      ...props.servers.flatMap((server, index) => server._problems(`servers[${index}]`)),
      ...checkServers(this.spec.servers),
      ...checkPortNames(names),
    );
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...GATEWAY,
      apiVersion: props.apiVersion ?? GATEWAY.apiVersion,
      metadata: { ...props.metadata, name },
      spec: this.spec,
    }));
    const earlier = gatewaysBefore(this);
    addValidation(this, () => checkSharedHosts(this, earlier).map(describe));
  }

  /** The Gateway as a VirtualService of any namespace names it. */
  public get gatewayName(): string {
    return this.namespace === undefined ? this.name : `${this.namespace}/${this.name}`;
  }

  /**
   * As it will be synthesized, without patches.
   *
   * @internal
   */
  public get _spec(): Spec {
    return this.spec;
  }
}

/** The Gateway as a VirtualService of this namespace names it. */
export function gatewayReference(gateway: IIstioGateway, namespace: string | undefined): string {
  return gateway instanceof IstioGateway && gateway.namespace === namespace ? gateway.name : gateway.gatewayName;
}

const gatewaysOf = new WeakMap<Chart, IstioGateway[]>();

/** Those of the same chart: another one may be for another cluster. */
function gatewaysBefore(gateway: IstioGateway): IstioGateway[] {
  const chart = Chart.of(gateway);
  const earlier = gatewaysOf.get(chart) ?? [];
  gatewaysOf.set(chart, [...earlier, gateway]);
  return earlier;
}

function checkSelector(selector: { [key: string]: string }): Problem[] {
  const empty: Problem[] = Object.keys(selector).length > 0 ? [] : [{
    rule: 'gateway-selector', prop: 'selector', wrong: 'is empty, so all pods of the mesh would be gateways', remedy: 'leave it out, or name the labels of the gateway pods',
  }];
  return [...empty, ...Object.entries(selector).filter(([, value]) => !isLabelValue(value)).map(([key, value]) => ({
    rule: 'gateway-selector', prop: `selector["${key}"]`, wrong: 'is no value of a label', got: value, remedy: 'write the label as the gateway pods have it',
  }))];
}
