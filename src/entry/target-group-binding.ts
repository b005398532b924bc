import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { AwsTargetGroup } from './aws-target-group';
import { AwsTargetType } from './aws-target-type';
import { checkCidrs } from './aws-values';
import { gatewayServiceOf, IstioGatewayService } from './istio-gateway-service';
import { checkDnsSubdomain } from '../core/checks/checks';
import { Problem, Problems } from '../core/checks/problems';
import { CustomResource } from '../core/constructs/custom-resource';
import { TARGET_GROUP_BINDING } from '../core/constructs/kinds';
import { patchable } from '../core/constructs/patches';
import { compact, unlessEmpty } from '../core/manifest';

/**
 * Properties of a `TargetGroupBinding`.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/spec/
 */
export interface TargetGroupBindingProps {
  /**
   * Name, labels and annotations. The namespace is that of the Service.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The target group.
   *
   * @see spec.targetGroupARN
   */
  readonly targetGroup: AwsTargetGroup;

  /**
   * The Service in front of the gateway pods.
   *
   * @default - port 80 of `istio-ingressgateway` in `istio-system`
   * @see spec.serviceRef
   */
  readonly gatewayService?: IstioGatewayService;

  /**
   * Whether pods or nodes are registered; it must be that of the target group.
   *
   * @default AwsTargetType.IP
   * @see spec.targetType
   */
  readonly targetType?: AwsTargetType;

  /**
   * The labels of the nodes that are registered; for the target type INSTANCE alone.
   *
   * @default - all nodes
   * @see spec.nodeSelector
   */
  readonly nodeLabels?: { [key: string]: string };

  /**
   * The ids of the security groups, those of the load balancer, that are let through to the pods.
   *
   * @default - the security groups of the pods are left alone
   * @see spec.networking.ingress[].from[].securityGroup
   */
  readonly fromSecurityGroups?: string[];

  /**
   * The addresses that are let through to the pods, for a load balancer without security groups.
   *
   * @default - the security groups of the pods are left alone
   * @see spec.networking.ingress[].from[].ipBlock
   */
  readonly fromCidrs?: string[];

  /**
   * Whether several clusters share the target group.
   *
   * @default false
   * @see spec.multiClusterTargetGroup
   */
  readonly multiCluster?: boolean;
}

/**
 * Registers the gateway pods in a target group that is made elsewhere, for instance by Terraform together with its load
 * balancer. Health check, listeners and certificates are set there.
 *
 * @example
 *
 * new TargetGroupBinding(chart, 'ingressgateway', {
 *   targetGroup: AwsTargetGroup.fromTargetGroupArn(
 *     'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/ingress/0123456789abcdef',
 *   ),
 *   fromSecurityGroups: ['sg-0123456789abcdef0'],
 * });
 */
export class TargetGroupBinding extends CustomResource {
  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the object, unless `metadata.name` is set.
   * @param props The target group and the Service.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: TargetGroupBindingProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    const service = gatewayServiceOf(props);
    const problems = new Problems();
    problems.add(...checkDnsSubdomain('metadata.name', name), ...checkBinding(props, service));
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...TARGET_GROUP_BINDING,
      metadata: { ...props.metadata, name, namespace: service._namespace ?? props.metadata?.namespace },
      spec: render(props, service),
    }));
  }
}

/** The spec as the API server takes it; no types are generated from its CRD. */
interface TargetGroupBindingSpecJson {
  readonly targetGroupARN?: string;
  readonly targetGroupName?: string;
  readonly targetType: string;
  readonly serviceRef: { readonly name: string; readonly port: number };
  readonly networking?: { readonly ingress: Array<{ readonly from: PeerJson[]; readonly ports: Array<{ readonly protocol: 'TCP' }> }> };
  readonly nodeSelector?: { readonly matchLabels?: Record<string, string> };
  readonly multiClusterTargetGroup?: boolean;
}

interface PeerJson {
  readonly securityGroup?: { readonly groupID: string };
  readonly ipBlock?: { readonly cidr: string };
}

function render(props: TargetGroupBindingProps, service: IstioGatewayService): TargetGroupBindingSpecJson {
  const from: PeerJson[] = [
    ...(props.fromSecurityGroups ?? []).map((groupID) => ({ securityGroup: { groupID } })),
    ...(props.fromCidrs ?? []).map((cidr) => ({ ipBlock: { cidr } })),
  ];
  return compact<TargetGroupBindingSpecJson>({
    targetGroupARN: props.targetGroup._arn,
    targetGroupName: props.targetGroup._name,
    targetType: props.targetType ?? AwsTargetType.IP,
    serviceRef: { name: service._name, port: service._port ?? 80 },
    // Without a port all are let through: that of the health check differs from that of the requests.
    networking: from.length > 0 ? { ingress: [{ from, ports: [{ protocol: 'TCP' }] }] } : undefined,
    nodeSelector: unlessEmpty(props.nodeLabels) && { matchLabels: props.nodeLabels },
    multiClusterTargetGroup: props.multiCluster || undefined,
  });
}

function checkBinding(props: TargetGroupBindingProps, service: IstioGatewayService): Problem[] {
  const { metadata } = props;
  const problems: Problem[] = [];
  if (metadata?.namespace !== undefined && metadata.namespace !== (service._namespace ?? metadata.namespace)) {
    problems.push({
      rule: 'binding-namespace',
      prop: 'metadata.namespace',
      wrong: `the gateway Service is in ${service._namespace}`,
      got: metadata.namespace,
      remedy: 'leave it out, or pass the gatewayService of that namespace',
    });
  }
  if (unlessEmpty(props.nodeLabels) && props.targetType !== AwsTargetType.INSTANCE) {
    problems.push({ rule: 'node-labels', prop: 'nodeLabels', wrong: 'pods are registered, not nodes', remedy: 'leave it out, or use AwsTargetType.INSTANCE' });
  }
  return [
    ...problems,
    ...props.targetGroup._problems('targetGroup'),
    ...service._problems('gatewayService'),
    ...checkCidrs('fromCidrs', props.fromCidrs),
    ...(props.fromSecurityGroups ?? []).flatMap((group, index) => /^sg-[0-9a-f]{8,17}$/.test(group) ? [] : [{
      rule: 'security-group-id', prop: `fromSecurityGroups[${index}]`, wrong: 'is no id of a security group', got: group, remedy: 'write sg-…, as names are not known here',
    }]),
  ];
}
