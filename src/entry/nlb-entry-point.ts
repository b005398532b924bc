import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { HEALTH_CHECK_PATH, healthCheckPort } from './aws-health-check';
import { attributesOf, AwsIpAddressType, AwsLoadBalancerOptions, AwsLoadBalancerScheme, DEFAULT_SSL_POLICY, listText, mapText } from './aws-load-balancer-options';
import { AwsTargetType } from './aws-target-type';
import { checkArns } from './aws-values';
import { checkLoadBalancer } from './check-load-balancer';
import { DEFAULT_GATEWAY_NAMESPACE } from './istio-gateway-service';
import { checkDnsLabel, checkServiceName } from '../core/checks/checks';
import { Problem, Problems } from '../core/checks/problems';
import { CustomResource } from '../core/constructs/custom-resource';
import { SERVICE } from '../core/constructs/kinds';
import { patchable } from '../core/constructs/patches';
import { Wire } from '../core/constructs/wire';
import { compact, unlessEmpty } from '../core/manifest';

/**
 * Properties of an `NlbEntryPoint`.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
 */
export interface NlbEntryPointProps extends AwsLoadBalancerOptions {
  /**
   * Name, namespace, labels and annotations of the Service; an annotation given here stands above the one made from a prop. The
   * namespace is that of the gateway pods.
   *
   * @default - the name is the id of the construct, the namespace `istio-system`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The labels of the gateway pods.
   *
   * @default - `istio: ingressgateway`, as Istio's own ingress gateway has it
   */
  readonly selector?: { [key: string]: string };
}

/**
 * An AWS Network Load Balancer in front of the gateway pods: a Service of type LoadBalancer with the annotations of the AWS
 * Load Balancer Controller.
 *
 * It takes connections on the ports 80 and 443 and knows no hosts, so rollouts come and go without it. Without certificates
 * TLS ends at the Gateway (`IstioGatewayServer.https`). With certificates it ends at the NLB, and both ports lead to the
 * Gateway's port 80.
 *
 * Where a Helm chart makes the Service, pass `NlbEntryPoint.annotations()` to it in place of this construct.
 *
 * @example
 *
 * new NlbEntryPoint(chart, 'ingress-nlb', {
 *   scheme: AwsLoadBalancerScheme.INTERNET_FACING,
 *   loadBalancerAttributes: { 'load_balancing.cross_zone.enabled': 'true' },
 * });
 */
export class NlbEntryPoint extends CustomResource {
  /**
   * The annotations alone, for a Service that is made elsewhere; its `spec.loadBalancerClass` must be
   * `service.k8s.aws/nlb`, and `inboundCidrs` belong into its `spec.loadBalancerSourceRanges`.
   *
   * @param options How the NLB is made.
   * @returns the annotations of the Service
   * @throws an error that lists all wrong options, with the value and the remedy
   */
  public static annotations(options: AwsLoadBalancerOptions): { [name: string]: string } {
    const problems = new Problems();
    problems.add(...checkNlb(options));
    problems.throwIfAny('NlbEntryPoint.annotations');
    return nlbAnnotations(options);
  }

  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the Service, unless `metadata.name` is set.
   * @param props How the NLB is made.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: NlbEntryPointProps = {}) {
    super(scope, id);
    const { metadata } = props;
    const name = metadata?.name ?? id;
    const namespace = metadata?.namespace ?? DEFAULT_GATEWAY_NAMESPACE;
    const problems = new Problems();
    problems.add(...checkServiceName('metadata.name', name), ...checkDnsLabel('metadata.namespace', namespace), ...checkNlb(props));
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...SERVICE,
      metadata: { ...metadata, name, namespace, annotations: { ...nlbAnnotations(props), ...metadata?.annotations } },
      spec: renderService(props),
    }));
  }
}

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

function nlbAnnotations(options: AwsLoadBalancerOptions): Record<string, string> {
  const { certificateArns = [], healthCheck = {}, targetType = AwsTargetType.IP } = options;
  const secured = certificateArns.length > 0;
  const values = compact({
    'type': 'external',
    'nlb-target-type': targetType,
    'scheme': options.scheme ?? AwsLoadBalancerScheme.INTERNAL,
    'name': options.loadBalancerName,
    'ssl-cert': listText(certificateArns),
    'ssl-ports': secured ? '443' : undefined,
    'ssl-negotiation-policy': secured ? options.sslPolicy ?? DEFAULT_SSL_POLICY : undefined,
    'healthcheck-protocol': 'HTTP',
    'healthcheck-port': healthCheckPort(healthCheck, targetType),
    'healthcheck-path': healthCheck.path ?? HEALTH_CHECK_PATH,
    'healthcheck-interval': healthCheck.interval?.toSeconds().toString(),
    'healthcheck-timeout': healthCheck.timeout?.toSeconds().toString(),
    'healthcheck-healthy-threshold': healthCheck.healthyThreshold?.toString(),
    'healthcheck-unhealthy-threshold': healthCheck.unhealthyThreshold?.toString(),
    'healthcheck-success-codes': healthCheck.successCodes,
    'subnets': listText(options.subnets),
    'security-groups': listText(options.securityGroups),
    'manage-backend-security-group-rules': options.manageBackendSecurityGroupRules?.toString(),
    'ip-address-type': options.ipAddressType,
    'attributes': mapText(attributesOf(options)),
    'target-group-attributes': mapText(options.targetGroupAttributes),
    'additional-resource-tags': mapText(options.tags),
  });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${PREFIX}${name}`, value!]));
}

/** The target ports are those on which gateway pods may listen without privileges; Istio opens them by the numbers of the Service. */
function renderService(props: NlbEntryPointProps): Wire<k8s.ServiceSpec> {
  const secured = (props.certificateArns ?? []).length > 0;
  const byNode = props.targetType === AwsTargetType.INSTANCE;
  return compact<Wire<k8s.ServiceSpec>>({
    type: 'LoadBalancer',
    loadBalancerClass: 'service.k8s.aws/nlb',
    loadBalancerSourceRanges: unlessEmpty(props.inboundCidrs),
    selector: props.selector ?? { istio: 'ingressgateway' },
    ports: [
      // The AWS controller finds the port of the nodes by this name.
      ...byNode ? [{ name: 'status-port', port: 15021, targetPort: 15021 }] : [],
      { name: 'http2', port: 80, targetPort: 8080 },
      { name: 'https', port: 443, targetPort: secured ? 8080 : 8443 },
    ],
  });
}

function checkNlb(options: AwsLoadBalancerOptions): Problem[] {
  const problems: Problem[] = options.ipAddressType !== AwsIpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4 ? [] : [{
    rule: 'ip-address-type', prop: 'ipAddressType', wrong: 'is for an ALB alone', got: options.ipAddressType, remedy: 'use IPV4 or DUALSTACK',
  }];
  return [
    ...problems,
    ...checkArns(options.certificateArns ?? []),
    ...checkLoadBalancer(options, { interval: 10, timeout: 6 })
      // One subnet is enough for an NLB.
      .filter(({ rule }) => rule !== 'subnets-zones'),
  ];
}
