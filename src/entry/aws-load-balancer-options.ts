import type { AwsHealthCheck } from './aws-health-check';
import { AwsTargetType } from './aws-target-type';

/**
 * From where a load balancer can be reached.
 */
export enum AwsLoadBalancerScheme {
  /** From the internet. */
  INTERNET_FACING = 'internet-facing',
  /** From its own network. */
  INTERNAL = 'internal',
}

/**
 * The addresses of a load balancer.
 */
export enum AwsIpAddressType {
  /** IPv4. */
  IPV4 = 'ipv4',
  /** IPv4 and IPv6. */
  DUALSTACK = 'dualstack',
  /** IPv6 for clients in the internet, and private IPv4; not for an NLB. */
  DUALSTACK_WITHOUT_PUBLIC_IPV4 = 'dualstack-without-public-ipv4',
}

/**
 * What an ALB and an NLB in front of the gateway pods have in common.
 */
export interface AwsLoadBalancerOptions {
  /**
   * From where users can reach it. AWS replaces the load balancer when this changes.
   *
   * @default AwsLoadBalancerScheme.INTERNAL
   */
  readonly scheme?: AwsLoadBalancerScheme;

  /**
   * Its name in AWS: up to 32 letters, digits and hyphens. Read when the load balancer is created, and never again.
   *
   * @default - made up by the AWS controller
   */
  readonly loadBalancerName?: string;

  /**
   * Whether requests go to the pods or to the nodes.
   *
   * @default AwsTargetType.IP
   */
  readonly targetType?: AwsTargetType;

  /**
   * How it finds out which gateway pods may get requests.
   *
   * @default - by the path `/healthz/ready` of their status port
   */
  readonly healthCheck?: AwsHealthCheck;

  /**
   * The ARNs of the certificates, of ACM or IAM; the first one is for clients that name no host.
   *
   * @default - an ALB finds certificates of ACM by the hosts; an NLB passes TLS on to the gateway
   */
  readonly certificateArns?: string[];

  /**
   * The name of the policy that says which versions and ciphers of TLS clients may use.
   *
   * @default ELBSecurityPolicy-TLS13-1-2-2021-06
   */
  readonly sslPolicy?: string;

  /**
   * The ids or names of the subnets, in two zones at least.
   *
   * @default - found by the AWS controller, by the tags of the subnets
   */
  readonly subnets?: string[];

  /**
   * The ids or names of its security groups.
   *
   * @default - one is created that lets the `inboundCidrs` in
   */
  readonly securityGroups?: string[];

  /**
   * Whether the AWS controller lets the load balancer through to the pods where `securityGroups` are given.
   *
   * @default - false, decided by the AWS controller
   */
  readonly manageBackendSecurityGroupRules?: boolean;

  /**
   * The addresses from which users may come, such as `10.0.0.0/8`; excludes `securityGroups`.
   *
   * @default - all addresses
   */
  readonly inboundCidrs?: string[];

  /**
   * Its own addresses.
   *
   * @default - IPv4, decided by the AWS controller
   */
  readonly ipAddressType?: AwsIpAddressType;

  /**
   * The S3 bucket for its access logs.
   *
   * @default - no access logs
   */
  readonly accessLogsBucket?: string;

  /**
   * The folder in that bucket, without a slash at either end.
   *
   * @default - the root of the bucket
   */
  readonly accessLogsPrefix?: string;

  /**
   * Whether AWS refuses to delete it.
   *
   * @default - false, decided by AWS
   */
  readonly deletionProtection?: boolean;

  /**
   * Further attributes, by the names that AWS has for them.
   *
   * @default - those of AWS
   */
  readonly loadBalancerAttributes?: { [name: string]: string };

  /**
   * Attributes of its target groups, such as `deregistration_delay.timeout_seconds`.
   *
   * @default - those of AWS
   */
  readonly targetGroupAttributes?: { [name: string]: string };

  /**
   * The tags of all that is created in AWS; up to 47, as the AWS controller adds three.
   *
   * @default - those of the AWS controller
   */
  readonly tags?: { [key: string]: string };
}

/** Values for annotations: lists and maps as the AWS controller reads them. */
export function listText(values: string[] | undefined): string | undefined {
  return values?.length ? values.join(',') : undefined;
}

export function mapText(map: { [key: string]: string } | undefined): string | undefined {
  return listText(Object.entries(map ?? {}).map(([key, value]) => `${key}=${value}`));
}

export function attributesOf(options: AwsLoadBalancerOptions, further: { [name: string]: string } = {}): { [name: string]: string } {
  const { accessLogsBucket, accessLogsPrefix, deletionProtection } = options;
  return {
    ...accessLogsBucket !== undefined && { 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': accessLogsBucket },
    ...accessLogsPrefix !== undefined && { 'access_logs.s3.prefix': accessLogsPrefix },
    ...deletionProtection !== undefined && { 'deletion_protection.enabled': String(deletionProtection) },
    ...further,
    ...options.loadBalancerAttributes,
  };
}

export const DEFAULT_SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
